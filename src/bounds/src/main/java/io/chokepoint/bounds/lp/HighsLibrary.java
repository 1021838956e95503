package io.chokepoint.bounds.lp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * What is used of HiGHS's C interface ({@code highs_c_api.h}). The library is that of OR-tools' archive of natives for the platform; it hangs
 * on nothing but the system's C++ library. The packaged program has it as a file in its own folder, others have it in the archive on the
 * class path, from which it is unpacked for as long as it takes to load it.
 */
final class HighsLibrary {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final int SIMPLEX_STEP = 1;
    private static final int ROW_WISE = 2;
    private static final int MINIMISE = 1;

    private final MethodHandle create;
    private final MethodHandle destroy;
    private final MethodHandle setFlag;
    private final MethodHandle setWhole;
    private final MethodHandle setNumber;
    private final MethodHandle setText;
    private final MethodHandle passProgramme;
    private final MethodHandle changeBounds;
    private final MethodHandle setCallback;
    private final MethodHandle startCallback;
    private final MethodHandle zeroClocks;
    private final MethodHandle clear;
    private final MethodHandle run;
    private final MethodHandle status;
    private final MethodHandle objective;
    private final MethodHandle solution;

    /** Loaded once. */
    private static final class Loaded {
        private static final Optional<HighsLibrary> LIBRARY;
        private static final String WHY_NOT;

        static {
            Optional<HighsLibrary> library = Optional.empty();
            String whyNot = "";
            try {
                library = Optional.of(new HighsLibrary(open()));
            } catch (IOException | RuntimeException | LinkageError missing) {
                whyNot = missing.toString();
            }
            LIBRARY = library;
            WHY_NOT = whyNot;
        }
    }

    private HighsLibrary(SymbolLookup symbols) {
        create = find(symbols, "Highs_create", FunctionDescriptor.of(ADDRESS));
        destroy = find(symbols, "Highs_destroy", FunctionDescriptor.ofVoid(ADDRESS));
        setFlag = status(symbols, "Highs_setBoolOptionValue", ADDRESS, ADDRESS, JAVA_INT);
        setWhole = status(symbols, "Highs_setIntOptionValue", ADDRESS, ADDRESS, JAVA_INT);
        setNumber = status(symbols, "Highs_setDoubleOptionValue", ADDRESS, ADDRESS, JAVA_DOUBLE);
        setText = status(symbols, "Highs_setStringOptionValue", ADDRESS, ADDRESS, ADDRESS);
        passProgramme = status(
                symbols,
                "Highs_passLp",
                ADDRESS,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_DOUBLE,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                ADDRESS);
        changeBounds = status(symbols, "Highs_changeColBounds", ADDRESS, JAVA_INT, JAVA_DOUBLE, JAVA_DOUBLE);
        setCallback = status(symbols, "Highs_setCallback", ADDRESS, ADDRESS, ADDRESS);
        startCallback = status(symbols, "Highs_startCallback", ADDRESS, JAVA_INT);
        zeroClocks = status(symbols, "Highs_zeroAllClocks", ADDRESS);
        clear = status(symbols, "Highs_clearSolver", ADDRESS);
        run = status(symbols, "Highs_run", ADDRESS);
        status = status(symbols, "Highs_getModelStatus", ADDRESS);
        objective = find(symbols, "Highs_getObjectiveValue", FunctionDescriptor.of(JAVA_DOUBLE, ADDRESS));
        solution = status(symbols, "Highs_getSolution", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    }

    /** Empty where it does not load. */
    static Optional<HighsLibrary> load() {
        return Loaded.LIBRARY;
    }

    /** What the system said where it did not load. */
    static String whyNot() {
        return Loaded.WHY_NOT;
    }

    private static MethodHandle find(SymbolLookup symbols, String name, FunctionDescriptor form) {
        return LINKER.downcallHandle(symbols.findOrThrow(name), form);
    }

    /** A function that says how it went. */
    private static MethodHandle status(SymbolLookup symbols, String name, MemoryLayout... parameters) {
        return find(symbols, name, FunctionDescriptor.of(JAVA_INT, parameters));
    }

    private static SymbolLookup open() throws IOException {
        String place = place();
        String image = System.getProperty("chokepoint.image");
        if (image != null && Files.exists(Path.of(image, place))) {
            return SymbolLookup.libraryLookup(Path.of(image, place), Arena.global());
        }
        Path folder = Files.createTempDirectory("chokepoint-solver");
        Path copy = folder.resolve("highs");
        try {
            unpack(place, copy);
            return SymbolLookup.libraryLookup(copy, Arena.global());
        } finally {
            forget(copy);
            forget(folder);
        }
    }

    /** Not by a channel, which an interrupt would close: a caller whose study was cancelled may be the first to need the solver. */
    private static void unpack(String place, Path copy) throws IOException {
        try (InputStream from = HighsLibrary.class.getResourceAsStream("/" + place);
                OutputStream to = new FileOutputStream(copy.toFile())) {
            if (from == null) {
                throw new FileNotFoundException(place);
            }
            from.transferTo(to);
        }
    }

    /** Where a loaded library cannot be deleted, it goes when the program ends, if the system lets it. */
    private static void forget(Path path) {
        if (!path.toFile().delete()) {
            path.toFile().deleteOnExit();
        }
    }

    /** In the archive of natives, and in the same way below the packaged program's folder. */
    private static String place() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86-64";
        if (system.startsWith("windows")) {
            return "ortools-win32-" + arch + "/highs.dll";
        }
        return system.startsWith("mac")
                ? "ortools-darwin-" + arch + "/libhighs.1.dylib"
                : "ortools-linux-" + arch + "/libhighs.so.1";
    }

    MemorySegment create() {
        try {
            return (MemorySegment) create.invokeExact();
        } catch (Throwable failure) {
            throw impossible(failure);
        }
    }

    void destroy(MemorySegment highs) {
        try {
            destroy.invokeExact(highs);
        } catch (Throwable failure) {
            throw impossible(failure);
        }
    }

    void option(MemorySegment highs, String name, boolean value) {
        try (Arena arena = Arena.ofConfined()) {
            check((int) setFlag.invokeExact(highs, arena.allocateFrom(name), value ? 1 : 0), name);
        } catch (Throwable failure) {
            throw impossible(failure);
        }
    }

    void option(MemorySegment highs, String name, int value) {
        try (Arena arena = Arena.ofConfined()) {
            check((int) setWhole.invokeExact(highs, arena.allocateFrom(name), value), name);
        } catch (Throwable failure) {
            throw impossible(failure);
        }
    }

    void option(MemorySegment highs, String name, double value) {
        try (Arena arena = Arena.ofConfined()) {
            check((int) setNumber.invokeExact(highs, arena.allocateFrom(name), value), name);
        } catch (Throwable failure) {
            throw impossible(failure);
        }
    }

    void option(MemorySegment highs, String name, String value) {
        try (Arena arena = Arena.ofConfined()) {
            check((int) setText.invokeExact(highs, arena.allocateFrom(name), arena.allocateFrom(value)), name);
        } catch (Throwable failure) {
            throw impossible(failure);
        }
    }

    /** Whether it took the programme whole: false also if it left out what is too small for it. */
    boolean pass(MemorySegment highs, LinearProgram program) {
        HighsSolver.Rows rows = HighsSolver.Rows.of(program);
        try (Arena arena = Arena.ofConfined()) {
            int status = (int) passProgramme.invokeExact(
                    highs,
                    program.columnCount(),
                    program.rowCount(),
                    program.entryCount(),
                    ROW_WISE,
                    MINIMISE,
                    0.0,
                    numbers(arena, program.columnCount(), program::cost),
                    numbers(arena, program.columnCount(), program::columnLower),
                    numbers(arena, program.columnCount(), program::columnUpper),
                    numbers(arena, program.rowCount(), program::rowLower),
                    numbers(arena, program.rowCount(), program::rowUpper),
                    arena.allocateFrom(JAVA_INT, rows.start()),
                    arena.allocateFrom(JAVA_INT, rows.column()),
                    arena.allocateFrom(JAVA_DOUBLE, rows.value()));
            return status == 0;
        } catch (Throwable failure) {
            throw impossible(failure);
        }
    }

    private static MemorySegment numbers(Arena arena, int count, IntToDoubleFunction value) {
        MemorySegment numbers = arena.allocate(JAVA_DOUBLE, count);
        for (int i = 0; i < count; i++) {
            numbers.setAtIndex(JAVA_DOUBLE, i, value.applyAsDouble(i));
        }
        return numbers;
    }

    void columnBounds(MemorySegment highs, int column, double lower, double upper) {
        try {
            check((int) changeBounds.invokeExact(highs, column, lower, upper), "bounds");
        } catch (Throwable failure) {
            throw impossible(failure);
        }
    }

    /** @param arena as long as the solver may ask */
    void watch(MemorySegment highs, HighsSolver.Watch watch, Arena arena) {
        try {
            MethodHandle asked = MethodHandles.lookup()
                    .findStatic(
                            HighsLibrary.class,
                            "asked",
                            MethodType.methodType(
                                    void.class,
                                    HighsSolver.Watch.class,
                                    int.class,
                                    MemorySegment.class,
                                    MemorySegment.class,
                                    MemorySegment.class,
                                    MemorySegment.class));
            MemorySegment entry = LINKER.upcallStub(
                    asked.bindTo(watch),
                    FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS, ADDRESS.withTargetLayout(JAVA_INT), ADDRESS),
                    arena);
            check((int) setCallback.invokeExact(highs, entry, MemorySegment.NULL), "watch");
            check((int) startCallback.invokeExact(highs, SIMPLEX_STEP), "watch");
        } catch (Throwable failure) {
            throw impossible(failure);
        }
    }

    /** HiGHS's {@code HighsCCallbackType}; the answer's first field says whether to stop. */
    private static void asked(
            HighsSolver.Watch watch,
            int type,
            MemorySegment message,
            MemorySegment state,
            MemorySegment answer,
            MemorySegment data) {
        if (watch.stops()) {
            answer.set(JAVA_INT, 0, 1);
        }
    }

    void zeroClocks(MemorySegment highs) {
        try {
            check((int) zeroClocks.invokeExact(highs), "clocks");
        } catch (Throwable failure) {
            throw impossible(failure);
        }
    }

    void forgetBasis(MemorySegment highs) {
        try {
            check((int) clear.invokeExact(highs), "clear");
        } catch (Throwable failure) {
            throw impossible(failure);
        }
    }

    LpSolution.Status run(MemorySegment highs) {
        try {
            int unused = (int) run.invokeExact(highs); // the status of the programme says more
            return switch ((int) status.invokeExact(highs)) {
                case 6, 7 -> LpSolution.Status.OPTIMAL; // without columns, or optimal
                case 8 -> LpSolution.Status.INFEASIBLE;
                case 10 -> LpSolution.Status.UNBOUNDED;
                case 13, 17 -> LpSolution.Status.TIME_LIMIT; // of its own, or told to stop
                default -> LpSolution.Status.FAILED;
            };
        } catch (Throwable failure) {
            throw impossible(failure);
        }
    }

    double objective(MemorySegment highs) {
        try {
            return (double) objective.invokeExact(highs);
        } catch (Throwable failure) {
            throw impossible(failure);
        }
    }

    /** Fills both. */
    void solution(MemorySegment highs, MemorySegment columnValues, MemorySegment rowDuals) {
        try {
            int unused =
                    (int) solution.invokeExact(highs, columnValues, MemorySegment.NULL, MemorySegment.NULL, rowDuals);
        } catch (Throwable failure) {
            throw impossible(failure);
        }
    }

    private static void check(int status, String what) {
        if (status < 0) {
            throw new IllegalStateException("HiGHS refuses " + what);
        }
    }

    /** Calls into C throw nothing of their own. */
    private static RuntimeException impossible(Throwable failure) {
        return switch (failure) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
    }
}
