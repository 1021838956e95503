package io.chokepoint.ui.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Provider;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.SelectorParser;
import io.chokepoint.testkit.HandMadeRun;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectorFormTest {
    private final SelectorForm form = new SelectorForm(HandMadeRun.dataset());

    private static List<Selector> parse(String... texts) {
        return Arrays.stream(texts)
                .map(text -> {
                    try {
                        return SelectorParser.parse(text);
                    } catch (SelectorParser.SyntaxException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private static List<String> texts(List<Selector> select) {
        return select.stream().map(Selector::text).toList();
    }

    @Test
    void aCountryAsMakerIsNamedAsACountryAndACompanyAsItself() {
        assertThat(texts(form.of(HandMadeRun.OXIDE, Set.of(HandMadeRun.CHINA))))
                .containsExactly("good:yttrium-oxide country:CHN");
        assertThat(texts(form.of(HandMadeRun.ETCH_STEP, Set.of(HandMadeRun.TSMC))))
                .containsExactly("good:etch-step provider:tsmc");
        assertThat(texts(form.of(HandMadeRun.OXIDE, Set.of()))).containsExactly("good:yttrium-oxide");
    }

    @Test
    void changingMakersKeepsGoodsAndBuyers() {
        List<Selector> select = parse("tag:ree country:CHN to:!CHN");

        assertThat(texts(form.withMakers(select, Set.of(HandMadeRun.JAPAN))))
                .containsExactly("tag:ree country:JPN to:!CHN");
        assertThat(texts(form.withMakers(select, Set.of()))).containsExactly("tag:ree to:!CHN");
    }

    @Test
    void changingBuyersKeepsGoodsAndMakers() {
        List<Selector> select = parse("good:yttrium-oxide country:CHN to:!CHN");

        assertThat(texts(SelectorForm.withBuyers(select, List.of()))).containsExactly("good:yttrium-oxide country:CHN");
        assertThat(texts(SelectorForm.withBuyers(
                        select, SelectorForm.abroad("CHN").terms())))
                .isEqualTo(texts(select));
    }

    @Test
    void makersAreReadLargestFirstWithWhoIsChosen() {
        List<Selector> select = parse("good:yttrium-oxide country:JPN");

        assertThat(form.makers(select))
                .extracting(option -> option.provider().id())
                .containsExactly("china", "japan");
        assertThat(form.chosenMakers(select)).extracting(Provider::id).containsExactly("japan");
        assertThat(SelectorForm.isAllMakers(select)).isFalse();
        assertThat(SelectorForm.isAllMakers(parse("good:yttrium-oxide to:USA"))).isTrue();
    }

    @Test
    void whatTheFormCannotSayIsOfferedAsWritten() {
        List<Selector> select = parse("good:etch-step to.provider:tsmc");

        assertThat(form.buyerOptions(select).getFirst().terms())
                .isEqualTo(SelectorForm.buyers(select))
                .isNotEmpty();
    }

    @Test
    void aRuleOfOneCountryOffersAllOthersAsBuyers() {
        assertThat(form.buyerOptions(parse("good:yttrium-oxide country:CHN")))
                .extracting(SelectorForm.BuyerOption::label)
                .contains("All buyers", "All countries but China", "Japan");
    }
}
