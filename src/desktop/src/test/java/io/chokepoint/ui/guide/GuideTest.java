package io.chokepoint.ui.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.guide.Guide.Block;
import io.chokepoint.ui.guide.Guide.Look;
import io.chokepoint.ui.guide.Guide.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide is in the program, is written in what {@link Guide} reads, and explains the window's own words. */
class GuideTest {
    /** Words of the window that have a meaning of their own here, each with a text that uses it. */
    private static final Map<String, String> WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry("central", "status.central"),
            Map.entry("known to", "runs.known"),
            Map.entry("points", "status.points"),
            Map.entry("sells less", "run.sellsLess"),
            Map.entry("held back by", "runTable.column.binding_input"),
            Map.entry("8 of 10 runs", "runs.band"),
            Map.entry("middle", "runs.middle"),
            Map.entry("lost output", "runTable.note.goods"),
            Map.entry("lowest", "answer.lowest"),
            Map.entry("hit", "graph.head.hit"),
            Map.entry("spare capacity", "figure.spare"),
            Map.entry("usual price", "prices.usual"),
            Map.entry("value added", "answer.howMuch"),
            Map.entry("scarcity gain", "prices.column.gain"),
            Map.entry("own figures", "mark.ownFigures"),
            Map.entry("as it happened", "mark.happened"),
            Map.entry("baseline", "summary.allStay.many"),
            Map.entry("drawn figures", "episodes.key"),
            Map.entry("assumption", "chain.fact.sure.answer"),
            Map.entry("who is served", "drawer.rule"),
            Map.entry("end use", "restrict.step.endUse"),
            Map.entry("first short", "ranking.column.first_loss_week"),
            Map.entry("recovers", "runTable.column.recovery_week"),
            Map.entry("sales lost", "tab.sales"),
            Map.entry("beyond sum", "helps.column.interaction_weeks"),
            Map.entry("part of world output", "figure.share"),
            Map.entry("part of use", "flows.width.USE"),
            Map.entry("how critical", "figureName.criticality"),
            Map.entry("time to qualify", "figureName.qualification"),
            Map.entry("what would have to be true", "switching.title"),
            Map.entry("if it were known", "narrow.known"),
            Map.entry("tolerance", "narrow.class.tolerance"),
            Map.entry("no way round", "ranking.column.stopped_targets"),
            Map.entry("track record", "strip.record")));

    private static final Guide GUIDE = Guide.packed();

    static Stream<Map.Entry<String, String>> words() {
        return WORDS.entrySet().stream().filter(entry -> !entry.getKey().equals("sells less"));
    }

    private static List<String> entries() {
        return GUIDE.sections().stream()
                .filter(section -> section.title().equals("Glossary"))
                .flatMap(section -> section.blocks().stream())
                .map(block -> block.pieces().getFirst())
                .filter(piece -> piece.look() == Look.STRONG)
                .map(Guide.Piece::text)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("words")
    void everyWordOfTheWindowHasAnEntry(Map.Entry<String, String> word) {
        assertThat(Texts.get(word.getValue(), 3, 3, 3).toLowerCase(Locale.ROOT))
                .as("the text " + word.getValue() + " uses the word")
                .contains(word.getKey().toLowerCase(Locale.ROOT));
        assertThat(entries()).contains(word.getKey());
    }

    @Test
    void everyKindOfRestrictionHasAnEntry() {
        assertThat(RestrictionKinds.ALL.list())
                .hasSizeGreaterThan(6)
                .allSatisfy(kind ->
                        assertThat(entries()).contains(kind.words().name().toLowerCase(Locale.ROOT)));
    }

    @Test
    void wordsOfNumbersAndDataHaveEntriesToo() {
        assertThat(entries())
                .contains("index", "sells less", "upper bound", "short", "good", "maker", "stage", "market", "licence")
                .doesNotHaveDuplicates();
    }

    @Test
    void itTellsOfEveryViewTheMethodAndItsLimits() {
        assertThat(GUIDE.sections())
                .extracting(Section::title)
                .contains("Chain", "Graph", "Flows", "Map", "Matrix", "Table", "Ranking", "What helps", "Glossary")
                .contains("The method in plain words", "What it cannot say");
    }

    @Test
    void nothingOfItsMarkupIsLeftOver() {
        assertThat(GUIDE.sections().stream().flatMap(section -> section.blocks().stream()))
                .extracting(Block::text)
                .noneMatch(
                        text -> text.contains("*") || text.contains("`") || text.contains("](") || text.contains("|"));
    }

    @Test
    void paragraphsListsAndMarksAreRead() {
        Guide guide = Guide.of("# Page\n\n## One\nfirst **strong**\ngoes on *too*\n\n- a `b`\n- c\n### Two\nend");

        assertThat(guide.sections()).extracting(Section::title).containsExactly("One", "Two");
        List<Block> blocks = guide.sections().getFirst().blocks();
        assertThat(blocks).extracting(Block::text).containsExactly("first strong goes on too", "a b", "c");
        assertThat(blocks).extracting(Block::point).containsExactly(false, true, true);
        assertThat(blocks.getFirst().pieces().get(1).look()).isEqualTo(Look.STRONG);
        assertThat(blocks.get(1).pieces().get(1).look()).isEqualTo(Look.CODE);
    }

    @Test
    void theSearchFindsWhereAWordStands() {
        assertThat(GUIDE.with("Scarcity")).extracting(Section::title).contains("Glossary");
        assertThat(GUIDE.with("no such word at all")).isEmpty();
        assertThat(GUIDE.with("")).hasSameSizeAs(GUIDE.sections());
    }
}
