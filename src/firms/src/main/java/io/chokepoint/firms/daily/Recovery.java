package io.chokepoint.firms.daily;

/**
 * How the lost part delta of a firm's capacity comes back, day by day.
 *
 * @param type how
 * @param days the N of the type, &gt; 0; 0 where it is not given, which only {@link Type#NONE}, {@link Type#PROPORTIONAL} and {@link
 *     Type#AT_ONCE} allow
 * @param hold days after the start of the shock on which nothing comes back, ≥ 0
 */
public record Recovery(Type type, double days, int hold) {

    /** Nothing comes back. */
    public static final Recovery NONE = new Recovery(Type.NONE, 0, 0);

    /** The kinds of recovery; {@link #number} is what files and options call them. The given delta of a firm is delta0. */
    public enum Type {
        /** As {@link #PROPORTIONAL}, as the published program does it: without N nothing comes back. */
        NONE,

        /** delta − delta0 / N. */
        PROPORTIONAL,

        /** delta − 1 / N. */
        UNIFORM,

        /** 0. */
        AT_ONCE,

        /** delta (1 − N / delta0), which is below 0 and so acts as {@link #AT_ONCE}: an evident slip of the published program. */
        RENEWAL,

        /** delta0 exp(−t / N), t counted from day 0 and not from the start of the shock. */
        EXPONENTIAL,

        /**
         * delta (1 − h / N), h = 1 − the mean delta of all suppliers and clients. Firms follow each other in the order of their table,
         * so that one sees what those before it have won back.
         */
        DAMPED_BY_PARTNERS;

        /** −1 for {@link #NONE}, then from 0. */
        public int number() {
            return ordinal() - 1;
        }

        /** The type of a number, −1 … 5. */
        public static Type of(int number) {
            return values()[number + 1];
        }

        /** Whether it means nothing without N. */
        public boolean needsDays() {
            return this == UNIFORM || this == RENEWAL || this == EXPONENTIAL || this == DAMPED_BY_PARTNERS;
        }
    }

    public Recovery {
        if (!(days >= 0) || hold < 0 || type.needsDays() && days == 0) {
            throw new IllegalArgumentException(type + ", " + days + " days, hold " + hold);
        }
    }
}
