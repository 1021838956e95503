package io.chokepoint.cli;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.Bundle;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetArchive;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.export.living.ReportMaker;
import io.chokepoint.export.report.Enclosure;
import io.chokepoint.export.report.Report;
import io.chokepoint.export.report.ReportWriter;
import io.chokepoint.export.report.SealedRun;
import io.chokepoint.result.Provenance;
import io.chokepoint.scenario.ModelStamp;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.ModelRegistry;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.text.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a report again from what lies inside it, and says whether its figures and its text are still what comes out. */
final class ReportCheck {
    /** No report of ours is anywhere near as large. */
    private static final long MOST_BYTES = 256L << 20;

    private static final int MOST_SHOWN = 10;

    /** Figures that differ by less, as a part of themselves, are the same: more digits than anybody prints. */
    private static final double SAME = 1e-9;

    private final Path file;
    private final ScenarioOptions options;
    private final CommonOptions common;

    ReportCheck(Path file, ScenarioOptions options, CommonOptions common) {
        this.file = file;
        this.options = options;
        this.common = common;
    }

    /** What came out. */
    private record Outcome(boolean holds, List<String> sentences) {}

    /** Prints what came out. */
    int run() throws IOException {
        String page = page();
        Enclosure enclosed = Enclosure.find(page).orElseThrow(() -> fault(Texts.get("verify.nothingInside")));
        SealedRun sealed;
        Optional<byte[]> archive;
        try {
            sealed = enclosed.open();
            archive = enclosed.openDataset();
        } catch (IOException damaged) {
            throw fault(Texts.get("verify.damaged", CommonOptions.reason(damaged)));
        }
        if (sealed.form() != SealedRun.FORM) {
            throw fault(Texts.get("verify.otherForm", sealed.form(), SealedRun.FORM));
        }
        Outcome outcome = common.withProgress(
                monitor -> withData(archive, monitor, data -> again(page, sealed, archive, data, monitor)));
        common.print(out -> {
            for (String sentence : outcome.sentences) {
                out.write(sentence + "\n");
            }
        });
        return outcome.holds ? ExitCode.OK : ExitCode.BAD_INPUT;
    }

    private String page() {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw fault(Texts.get("verify.nothingInside"));
            }
            return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException unreadable) {
            throw fault(Texts.get("verify.unreadable", CommonOptions.reason(unreadable)));
        }
    }

    private ChokepointException fault(String what) {
        return new ChokepointException(file + ": " + what);
    }

    /** Work on a dataset. */
    @FunctionalInterface
    private interface OnData {
        Outcome run(DataPackage data);
    }

    /** The folder that was named, else the dataset inside the page, else the shipped one. */
    private Outcome withData(Optional<byte[]> archive, RunMonitor monitor, OnData work) {
        if (archive.isEmpty() || common.givenFolder().isPresent()) {
            return work.run(common.load(monitor));
        }
        try {
            Path folder = Files.createTempDirectory("chokepoint-report");
            try {
                DatasetArchive.unpack(archive.get(), folder);
                return work.run(DatasetReader.read(folder, monitor).orThrow());
            } finally {
                delete(folder);
            }
        } catch (IOException damaged) {
            throw fault(Texts.get("verify.damaged", CommonOptions.reason(damaged)));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Outcome again(
            String page, SealedRun sealed, Optional<byte[]> archive, DataPackage data, RunMonitor monitor) {
        if (!ModelRegistry.PROGRAM.names().contains(sealed.model())) {
            throw fault(Texts.get("verify.noModel", sealed.model()));
        }
        StudyRunner runner = ModelRegistry.PROGRAM.runner(data, sealed.model());
        List<String> sentences = new ArrayList<>();
        Report report = new ReportMaker(runner, common.threads(), monitor).make(wish(sealed, data, sentences), archive);
        boolean sameData = data.fingerprint().equals(sealed.datasetSha256());
        ModelStamp then = new ModelStamp(sealed.model(), sealed.modelVersion());
        ModelStamp now = report.result().provenance().model().orElse(then);
        boolean sameProgram = Provenance.programVersion().equals(sealed.program()) && now.equals(then);
        if (!sameData) {
            sentences.add(Texts.get("verify.otherData", sealed.datasetSha256(), data.fingerprint()));
        }
        if (!sameProgram) {
            sentences.add(Texts.get("verify.otherProgram", sealed.program(), then, Provenance.programVersion(), now));
        }
        boolean figures = compare(sealed.figures(), SealedRun.figures(report), sentences);
        boolean text = true;
        if (figures && sameData && sameProgram) {
            text = written(report).equals(page);
            sentences.add(Texts.get(text ? "verify.text" : "verify.otherText"));
        }
        return new Outcome(figures && text, sentences);
    }

    private ReportMaker.Wish wish(SealedRun sealed, DataPackage data, List<String> sentences) {
        SealedRun.Compared compare = sealed.compare();
        Scenario first = first(sealed, data);
        try {
            return new ReportMaker.Wish(
                    first,
                    sealed.restrict(),
                    own(sealed, first, data, sentences),
                    Optional.ofNullable(compare)
                            .map(side -> new ReportMaker.Side(
                                    scenario(side.scenario(), data), side.name(), side.nameOfFirst())),
                    sealed.samples(),
                    sealed.seed(),
                    sealed.command(),
                    LocalDate.parse(sealed.date()),
                    Optional.ofNullable(sealed.article()));
        } catch (DateTimeParseException damaged) {
            throw fault(Texts.get("verify.damaged", String.valueOf(damaged.getMessage())));
        }
    }

    /** Figures of restrictions in words have ids of their own, by which they are drawn: they are read from these words again. */
    private Scenario first(SealedRun sealed, DataPackage data) {
        Scenario stated = scenario(sealed.scenario(), data);
        return sealed.restrict().isEmpty()
                ? stated
                : stated.withRestrictions(options.adHoc(sealed.restrict(), data).restrictions());
    }

    private Scenario scenario(String text, DataPackage data) {
        return ReportMaker.scenario(text, file, data);
    }

    /**
     * The user's own figures; one that the dataset lacks is said and passed over.
     *
     * @throws ChokepointException if one is not what its figure may be
     */
    private List<Bundle.Own> own(SealedRun sealed, Scenario first, DataPackage data, List<String> sentences) {
        List<Bundle.Own> stated = sealed.own().entrySet().stream()
                .map(each -> own(each.getKey(), each.getValue()))
                .toList();
        if (stated.isEmpty()) {
            return stated;
        }
        List<Bundle.Own> kept = Bundle.of(first, stated, data)
                .on(data, file.toString())
                .orThrow()
                .own();
        Set<String> known = kept.stream().map(Bundle.Own::figureId).collect(Collectors.toSet());
        stated.stream()
                .map(Bundle.Own::figureId)
                .filter(id -> !known.contains(id))
                .forEach(id -> sentences.add(Texts.get("verify.noFigure", id)));
        return kept;
    }

    private static Bundle.Own own(String id, SealedRun.Own figure) {
        return new Bundle.Own(id, figure.low(), figure.central(), figure.high(), figure.source(), "");
    }

    private static boolean compare(
            Map<String, @Nullable Double> then, Map<String, @Nullable Double> now, List<String> sentences) {
        List<String> differing = new ArrayList<>();
        then.forEach((name, value) -> {
            if (!now.containsKey(name)) {
                differing.add(Texts.get("verify.gone", name));
            } else if (!isSame(value, now.get(name))) {
                differing.add(Texts.get("verify.differs", name, told(value), told(now.get(name))));
            }
        });
        now.keySet().stream()
                .filter(name -> !then.containsKey(name))
                .forEach(name -> differing.add(Texts.get("verify.isNew", name)));
        if (differing.isEmpty()) {
            sentences.add(Texts.get("verify.holds", Amounts.count(then.size())));
            return true;
        }
        sentences.add(Texts.get("verify.holdsNot", Amounts.count(differing.size()), Amounts.count(then.size())));
        differing.stream().limit(MOST_SHOWN).forEach(line -> sentences.add("  " + line));
        if (differing.size() > MOST_SHOWN) {
            sentences.add("  " + Texts.get("verify.more", Amounts.count(differing.size() - MOST_SHOWN)));
        }
        return false;
    }

    private static boolean isSame(@Nullable Double then, @Nullable Double now) {
        if (then == null || now == null) {
            return Objects.equals(then, now);
        }
        return Math.abs(then - now) <= SAME * Math.max(1, Math.abs(then));
    }

    private static String told(@Nullable Double value) {
        return value == null ? Texts.get("verify.never") : String.valueOf(value);
    }

    private static String written(Report report) {
        StringWriter text = new StringWriter();
        try {
            ReportWriter.write(report, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
