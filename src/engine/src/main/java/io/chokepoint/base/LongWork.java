package io.chokepoint.base;

/**
 * Where long work begins: reading datasets, running and studying them. With {@code -Dchokepoint.guard=NAME} such work fails on the
 * thread of that name; in development the name is that of the window's thread, which long work would freeze. Without it, as for
 * users, nothing is looked at.
 */
public final class LongWork {
    /** The system property that names the thread. */
    public static final String GUARD = "chokepoint.guard";

    private LongWork() {}

    /**
     * To be called where long work begins.
     *
     * @param what is about to be done, fit for developers
     * @throws IllegalStateException on the thread that must not be held
     */
    public static void begins(String what) {
        String guarded = System.getProperty(GUARD);
        if (guarded != null && guarded.equals(Thread.currentThread().getName())) {
            throw new IllegalStateException("long work on the thread '" + guarded + "': " + what);
        }
    }
}
