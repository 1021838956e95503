package io.chokepoint.ui.share;

import io.chokepoint.export.picture.FrameTones;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.PictureFrame;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.RunCaption;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.FxTextMeasure;
import io.chokepoint.ui.control.Tones;
import io.chokepoint.ui.support.FactsBar;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.ScenarioMarks;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.ViewKind;
import io.chokepoint.ui.support.WithFacts;
import io.chokepoint.ui.support.Work;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.Region;

/** The frame that every picture gets when it leaves the window. UI thread only. */
public final class Frames {
    /** Views of one week; all others show the whole run, or none. */
    private static final Set<ViewKind> OF_A_WEEK = EnumSet.of(ViewKind.GRAPH, ViewKind.FLOWS);

    private Frames() {}

    /**
     * What a view shows, in its frame.
     *
     * @param shown one state, or both of a comparison
     * @return empty where the view has no picture now
     */
    public static Optional<Picture> framed(Region view, List<StudyState> shown, Palette palette) {
        Optional<Picture> picture = view instanceof Pictured pictured ? pictured.picture() : Optional.empty();
        return picture.map(drawn -> frame(view, shown).around(drawn, tones(palette), new FxTextMeasure()));
    }

    /**
     * The table of a view with what frames its picture behind its own columns, the same in every row: {@code about}, scenario, question, week
     * and how sure, and {@code source}, program, dataset and run. A table that says so in columns of its own stays as it is.
     *
     * @param shown one state, or both of a comparison
     */
    public static TableCopy framed(TableCopy table, Region view, List<StudyState> shown) {
        if (table.columns().contains("scenario")) {
            return table;
        }
        PictureFrame frame = frame(view, shown);
        List<String> about = new ArrayList<>(List.of(frame.title()));
        about.addAll(frame.marks());
        about.addAll(frame.lines());
        about.removeIf(String::isBlank);
        return table.with(
                List.of("about", "source"),
                String.join(" · ", about),
                frame.source().replace("\n", "; "));
    }

    /** The colours of a frame in a theme. */
    public static FrameTones tones(Palette palette) {
        return new FrameTones(
                Tones.of(palette.background()),
                Tones.of(palette.text()),
                Tones.of(palette.muted()),
                Tones.of(palette.border()),
                Tones.of(palette.accent()),
                Tones.of(palette.ink()),
                Tones.of(palette.onInk()));
    }

    private static PictureFrame frame(Region view, List<StudyState> shown) {
        StudyState first = shown.getFirst();
        ViewKind kind = first.looking().viewProperty().get();
        if (shown.size() > 1) {
            return compared(shown, kind);
        }
        if (view instanceof WithFacts aside) {
            return aside(first, kind, aside);
        }
        Optional<RunCaption> caption = caption(first);
        ScenarioMarks marks = marks(first);
        List<String> lines = new ArrayList<>();
        lines.add(what(first, kind));
        caption.ifPresent(of -> {
            lines.add(of.answer());
            lines.add(of.range());
        });
        return new PictureFrame(
                marks.title(),
                marks.marks(),
                lines,
                caption.map(RunCaption::source).orElse(""));
    }

    /** A view that answers in words of its own: the scenario is named where the question is about it. */
    private static PictureFrame aside(StudyState state, ViewKind kind, WithFacts aside) {
        boolean ofScenario = kind == ViewKind.HELPS;
        ScenarioMarks marks = marks(state);
        List<String> lines = new ArrayList<>();
        if (ofScenario) {
            lines.add(kind.command().text());
        }
        if (aside.facts() instanceof FactsBar bar) {
            lines.addAll(bar.words());
        }
        String source = ofScenario
                ? caption(state).map(RunCaption::source).orElse("")
                : state.result()
                        .map(run ->
                                Texts.get("caption.program", run.provenance().version()) + " · "
                                        + RunCaption.dataset(run))
                        .orElse("");
        return new PictureFrame(
                ofScenario ? marks.title() : kind.command().text(),
                ofScenario ? marks.marks() : List.of(),
                lines,
                source);
    }

    private static PictureFrame compared(List<StudyState> shown, ViewKind kind) {
        List<String> lines = new ArrayList<>();
        lines.add(what(shown.getFirst(), kind));
        List<String> titles = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            String letter = i == 0 ? "A" : "B";
            StudyState state = shown.get(i);
            titles.add(letter + ": " + marks(state).title());
            marks(state).marks().forEach(mark -> marks.add(letter + ": " + mark));
            caption(state).ifPresent(of -> {
                lines.add(letter + ": " + of.answer());
                lines.add(letter + ": " + of.range());
                sources.add(letter + ": " + of.source());
            });
        }
        return new PictureFrame(String.join("; ", titles), marks, lines, String.join("\n", sources));
    }

    /** "Graph · week 12 (23 Feb 2026) · a run of 156 weeks from 1 Dec 2025". */
    private static String what(StudyState state, ViewKind kind) {
        List<String> parts = new ArrayList<>(List.of(kind.command().text()));
        caption(state).ifPresent(caption -> {
            if (OF_A_WEEK.contains(kind)) {
                state.result()
                        .map(run -> RunCaption.week(
                                run, state.looking().weekProperty().get()))
                        .ifPresent(parts::add);
            }
            parts.add(caption.span());
        });
        return String.join(" · ", parts);
    }

    static ScenarioMarks marks(StudyState state) {
        Work work = state.workProperty().get();
        return work == null ? new ScenarioMarks("", List.of()) : ScenarioMarks.of(work, state.data());
    }

    private static Optional<RunCaption> caption(StudyState state) {
        return state.result().map(run -> caption(state, run));
    }

    private static RunCaption caption(StudyState state, SimulationResult run) {
        Work work = state.workProperty().get();
        return RunCaption.of(
                run, state.many().result(), work == null ? 0 : work.figures().size());
    }
}
