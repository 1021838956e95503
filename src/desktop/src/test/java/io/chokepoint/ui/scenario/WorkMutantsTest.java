package io.chokepoint.ui.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.Loaded;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.testkit.Mutator;
import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done to saved work or to a journal, its own figures and what is switched off: it opens or says what is wrong, and what
 * opens can be run. {@code -Dchokepoint.mutants=5000} tries more.
 */
final class WorkMutantsTest {
    private static final int COUNT = Integer.getInteger("chokepoint.mutants", 500);
    private static final long SEED = Long.getLong("chokepoint.mutants.seed", 20261130L);

    private static final StudyRunner RUNNER = SmallRun.runner();

    @Test
    void everyMutantOpensOrSaysWhatIsWrong(@TempDir Path folder) throws IOException {
        List<String> broken = new ArrayList<>();
        int refused = 0;
        for (int n = 0; n < COUNT; n++) {
            Mutator mutator = new Mutator(SEED + n);
            Path own = Files.createDirectory(folder.resolve("mutant"));
            Path file = own.resolve("work.json");
            WorkFiles.write(work(), file);
            List<Path> files = files(own);
            StringBuilder change = new StringBuilder(mutator.spoil(mutator.pick(files)));
            while (mutator.once(3)) {
                Path next = mutator.pick(files);
                if (Files.isRegularFile(next)) {
                    change.append("; ").append(mutator.spoil(next));
                }
            }
            try {
                refused += opens(file) ? 0 : 1;
            } catch (ChokepointException said) {
                refused++;
                if (String.valueOf(said.getMessage()).isBlank()) {
                    broken.add("mutant " + (SEED + n) + ": " + change + ": refused without a word");
                }
            } catch (RuntimeException | Error escaped) {
                broken.add("mutant " + (SEED + n) + ": " + change + ": " + escaped);
            }
            delete(own);
        }
        assertEquals("", String.join("\n", broken), () -> broken.size() + " of " + COUNT + " mutants");
        assertTrue(refused > COUNT / 5 && refused < COUNT, refused + " of " + COUNT + " were refused");
    }

    private static boolean opens(Path file) {
        Loaded<Work> loaded = WorkFiles.read(file, RUNNER.data().dataset());
        if (loaded.problems().stream().anyMatch(Problem::isError)) {
            return false;
        }
        Work work = loaded.orThrow();
        RUNNER.run(work.scenario(), work.values(), work.valuesName(), RunMonitor.NONE);
        return true;
    }

    private static Work work() {
        Work twice = RestrictionStack.of(Work.on(SmallRun.scenario())).duplicate(0);
        Work work = RestrictionStack.of(twice).turn(0, false);
        for (var dependency : RUNNER.data().dataset().dependencies()) {
            work = work.withFigure(new FigureEdit(dependency.stockWeeks().id(), 1, 2.5, 7, "a call", "they hold less"));
        }
        return work;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
