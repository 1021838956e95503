package io.chokepoint.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.article.MeasuredTest.Shipped;
import io.chokepoint.base.Problem;
import io.chokepoint.data.ScenarioChecker;
import io.chokepoint.model.Claim;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From sentences to restrictions: who, what, whom, from when, how strong, and how it is meant. */
class DraftsTest {
    private static final ArticleReading.Reader READER = ArticleReading.with(Shipped.DATA.dataset());

    private static ArticleReading read(String text) {
        return READER.read(Article.of("article.txt", text));
    }

    private static String said(Draft draft) {
        return draft.status().id() + " " + draft.instrument() + " " + draft.issuer() + " "
                + draft.restriction().terms().select().getFirst().text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "China has banned exports of gallium to Japan. | stated export-ban CHN good:bayer-liquor,gallium,gallium-trade,gallium-hp country:CHN to:JPN",
                "Malaysia will ban the export of raw rare earths. | stated export-ban MYS tag:ree country:MYS to:!MYS",
                "Kinshasa extended its suspension of tin exports. | stated export-ban COD good:tin-ore,tin country:COD to:!COD",
                "Tokyo restricted the export of photoresist to South Korea. | stated licence JPN good:arf-resist,euv-resist,krf-resist country:JPN to:KOR",
                "The US lifted its ban on sales of the H20 to China. | lifted export-ban USA good:nvidia-h20 country:USA to:CHN to.tag:!reference",
                "China's ban on gallium exports was lifted in May. | lifted export-ban CHN good:bayer-liquor,gallium,gallium-trade,gallium-hp country:CHN to:!CHN",
                "China has not banned exports of tin. | negated export-ban CHN good:tin-ore,tin country:CHN to:!CHN",
                "Beijing denied that it would ban exports of tin. | denied export-ban CHN good:tin-ore,tin country:CHN to:!CHN",
                "If Beijing were to ban exports of tin, prices would rise. | hypothetical export-ban CHN good:tin-ore,tin country:CHN to:!CHN",
                "China may restrict exports of tin. | hypothetical licence CHN good:tin-ore,tin country:CHN to:!CHN",
                "Washington is considering a ban on sales of DUV machines to China. | hypothetical export-ban USA good:arfi-scanner,arf-dry-scanner,krf-scanner country:USA to:CHN",
                "China reportedly halted exports of tin. | quoted export-ban CHN good:tin-ore,tin country:CHN to:!CHN",
                "China has not lifted its ban on exports of tin. | stated export-ban CHN good:tin-ore,tin country:CHN to:!CHN",
                "Miners asked for Indonesia's ban on tin exports to be lifted. | stated export-ban IDN good:tin-ore,tin country:IDN to:!IDN",
                "The ministry said Japan would restrict exports of photoresist. | stated licence JPN good:arf-resist,euv-resist,krf-resist country:JPN to:!JPN",
                "The U.S. put SMIC on its entity list. | stated entity-list USA country:USA to.provider:smic to.tag:!reference",
                "Germany banned exports of NXT:1980i machines to China. | unsure export-ban DEU good:arfi-scanner country:!CHN to:CHN",
                "A fire stopped the Naka plant of Renesas. | stated fire '' provider:renesas-naka",
                "Workers at Samsung Electronics went on strike. | stated strike '' provider:samsung,samsung-xian,samsung-austin",
                "Shipments of indium to the United States have been choked off by Beijing. | stated export-ban CHN good:indium country:CHN to:USA",
                "Beijing is clamping down on sales of indium to Japan. | stated licence CHN good:indium country:CHN to:JPN",
                "Exports of indium to Japan are no longer permitted, Beijing said. | stated export-ban CHN good:indium country:CHN to:JPN",
                "Beijing has told its smelters not to sell indium to Japan. | stated export-ban CHN good:indium country:CHN to:JPN",
                "China will no longer issue licences for indium. | stated export-ban CHN good:indium country:CHN to:!CHN",
                "Sales of indium are subject to the approval of Beijing. | stated licence CHN good:indium country:CHN to:!CHN",
                "Indium may not be exported from China without a permit. | stated licence CHN good:indium country:CHN to:!CHN",
                "Officials in Beijing stopped sales of indium to Japan. | stated export-ban CHN good:indium country:CHN to:JPN",
                "China stopped sales of indium to Japan; they resumed in May. | lifted export-ban CHN good:indium country:CHN to:JPN",
                "China has halted sales of indium to Japan, three people briefed on the matter said. | quoted export-ban CHN good:indium country:CHN to:JPN",
                "Had China banned exports of indium, prices would have doubled. | hypothetical export-ban CHN good:indium country:CHN to:!CHN",
                "A quake hit Taiwan on Monday. | unsure earthquake TWN country:TWN",
                "Work at Unimicron has ground to a halt. | stated outage '' provider:unimicron",
                "Qatar halted its helium plants. | stated outage QAT good:raw-helium,fab-helium country:QAT",
                "Qatar shut down its helium plants. | stated outage QAT good:raw-helium,fab-helium country:QAT",
                "中国禁止向美国出口镓。 | stated export-ban CHN good:bayer-liquor,gallium,gallium-trade,gallium-hp country:CHN to:USA",
                "美国取消对中国的EDA软件出口限制。 | lifted licence USA good:eda country:USA to:CHN",
                "如果中国禁止稀土出口，价格将上涨。 | hypothetical export-ban CHN tag:ree country:CHN to:!CHN",
                "中方从未禁止稀土出口。 | negated export-ban CHN tag:ree country:CHN to:!CHN",
            })
    void aSentenceIsOneDraft(String sentence, String expected) {
        assertThat(read(sentence).drafts().stream().map(DraftsTest::said)).containsExactly(expected.replace("''", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "China now licenses rare earths for logic chips below 14 nm.",
                "For logic chips below 14nm, rare earth elements are needed, and they require approval from China.",
                "China stipulates that any key rare earth materials required for the production of logic chips below 14nm must go through approval.",
                "商务部决定，最终用途为生产14纳米及以下逻辑芯片的稀土物项出口申请，逐案审批。"
            })
    void theFourteenNanometreRuleIsALicenceOfRareEarthsForThatUse(String sentence) {
        Draft draft = read(sentence).drafts().getFirst();

        assertThat(said(draft)).isEqualTo("stated licence CHN tag:ree country:CHN to:!CHN");
        assertThat(draft.restriction().terms().endUse()).contains("logic-14nm");
        assertThat(draft.measures()).anyMatch(measure -> measure.id().equals("cn-mofcom-61-2025"));
        assertThat(draft.fault()).isEmpty();
    }

    @Test
    void whatIsStatedIsTakenAndTheRestIsAssumed() {
        Draft tariff = read("Trump imposed a 100% tariff on imported chips from 1 March 2027.")
                .drafts()
                .getFirst();

        assertThat(said(tariff)).isEqualTo("stated tariff USA tag:chip country:!USA to:USA to.tag:!reference");
        assertThat(tariff.start()).contains("2027-03-01");
        assertThat(tariff.figures())
                .filteredOn(figure -> !figure.isAssumed())
                .extracting(Draft.Stated::name, Draft.Stated::value, Draft.Stated::why)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("rate", "1", "100%"));
        assertThat(tariff.figures())
                .filteredOn(Draft.Stated::isAssumed)
                .extracting(Draft.Stated::name)
                .containsExactly("passThrough");
    }

    @Test
    void aCutIsWhatIsLeft() {
        Restriction quota = read("China cut its export quota for tin by 40 %.")
                .drafts()
                .getFirst()
                .restriction();

        assertThat(quota.parameters().getFirst().value().central()).isEqualTo(0.6);
    }

    @Test
    void aRuleOnWhatNobodyMakesThereCannotBeRun() {
        Draft draft = read("Japan restricted exports of tin.").drafts().getFirst();

        assertThat(draft.fault()).isPresent();
        assertThat(draft.isTaken()).isFalse();
    }

    @Test
    void whatOneSentenceTakesBackIsNotTaken() {
        ArticleReading reading = read(
                "Prices rose because of China's rare earth ban. China's new policy on rare earths is not a blanket ban on exports.");

        assertThat(reading.drafts()).singleElement().satisfies(draft -> {
            assertThat(draft.status()).isEqualTo(Status.NEGATED);
            assertThat(draft.statements())
                    .extracting(Draft.Statement::status)
                    .containsExactly(Status.STATED, Status.NEGATED);
            assertThat(draft.isTaken()).isFalse();
        });
    }

    @Test
    void aScenarioOfDraftsRuns() {
        ArticleReading reading = read(
                "China banned exports of tin from 1 March 2027. The Naka plant of Renesas stands still after a fire for six weeks.");
        Scenario scenario = DraftScenario.of(reading.drafts(), List.of(reading.article()));

        assertThat(scenario.startDate()).contains(LocalDate.of(2027, 3, 1));
        assertThat(scenario.restrictions()).hasSize(2);
        assertThat(scenario.restrictions().getFirst().terms().note())
                .contains("From the article: “China banned exports of tin", "Assumed: leak");
        assertThat(scenario.restrictions().getLast().period().end()).isEqualTo(6);
        assertThat(ScenarioChecker.check(scenario, Shipped.DATA.dataset(), "draft").stream()
                        .filter(Problem::isError))
                .isEmpty();
    }

    @Test
    void claimsHaveVerdictsAndTheRestIsNotChecked() {
        ArticleReading reading = read(
                "China has a rare earth ban. Only China can purify rare earths. Malaysia has purchased Chinese Ascend chips. Gallium cost 600 dollars in China.");

        assertThat(reading.claims())
                .extracting(match -> match.claim().id(), match -> match.claim().verdict())
                .contains(
                        org.assertj.core.groups.Tuple.tuple("b-ree-ban", Claim.Verdict.WRONG),
                        org.assertj.core.groups.Tuple.tuple("b-only-china-purifies", Claim.Verdict.WRONG),
                        org.assertj.core.groups.Tuple.tuple("b-malaysia-ascend", Claim.Verdict.WRONG));
        assertThat(reading.notChecked())
                .extracting(Sentence::text)
                .containsExactly("Gallium cost 600 dollars in China.");
    }

    @Test
    void aShareStandsBesideTheDatasets() {
        ArticleReading reading = read("Congo produces more than 70 % of the world's cobalt.");

        assertThat(reading.shares()).singleElement().satisfies(share -> {
            assertThat(share.stated()).isEqualTo(0.7);
            assertThat(share.good().id()).isEqualTo("cobalt-ore");
            assertThat(share.central()).isBetween(share.low(), share.high());
        });
    }

    /** Who and what a figure is of: by the words that tie them to it, not by the shortest way. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "China produces 98% of the world's gallium and 60% of its germanium. | China gallium 0.98; China germanium-residues 0.6",
                "China makes 60% of the world's germanium and 98% of the gallium. | China germanium-residues 0.6; China gallium 0.98",
                "Ukraine makes half of the world's neon, and has halted it as Moscow attacked. | Ukraine crude-rare-gas 0.5",
                "Washington knows that 70% of the world's cobalt comes from Congo. | Congo cobalt-ore 0.7",
                "About 70% of the world's cobalt is mined in Congo. | Congo cobalt-ore 0.7",
                "About half of the world's neon was lost as Moscow attacked. | ''",
                "全球约98%的镓来自中国。 | 中国 gallium 0.98",
            })
    void aShareIsOfWhomAndWhatItIsTiedTo(String sentence, String expected) {
        assertThat(read(sentence).shares().stream()
                        .map(share -> share.maker() + " " + share.good().id() + " " + share.stated())
                        .collect(java.util.stream.Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    @Test
    void whatMayBeOneOfSeveralIsAsked() {
        assertThat(read("The laser system of the scanner failed.").passages())
                .filteredOn(Passage::isAmbiguous)
                .singleElement()
                .satisfies(passage -> {
                    assertThat(passage.ids()).isEmpty();
                    assertThat(passage.candidates()).hasSizeGreaterThan(1);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The striker served a three-match ban, and a fire drill delayed the match.",
                "She asked us to lift the box.",
                "It is in China that tea was first grown.",
            })
    void whatIsOfSomethingElseIsNoDraft(String sentence) {
        assertThat(read(sentence).drafts()).isEmpty();
    }

    @Test
    void whatTheDatasetKnowsAsABillIsNoRuleYet() {
        assertThat(read("The US banned exports of the H20 to China.").drafts())
                .allSatisfy(draft -> assertThat(draft.status()).isEqualTo(Status.STATED));
        List<Draft> drafts =
                read("The Chip Security Act bans sales of the H20 to China.").drafts();

        assertThat(drafts).isNotEmpty().allSatisfy(draft -> {
            assertThat(draft.measures()).extracting(measure -> measure.id()).contains("us-chip-security-act");
            assertThat(draft.status()).isEqualTo(Status.HYPOTHETICAL);
            assertThat(draft.isTaken()).isFalse();
            assertThat(draft.remarks()).anyMatch(remark -> remark.contains("bill"));
        });
    }

    /** A share of the world's output that stops says where it stops, not which part of what is made there. */
    @Test
    void aShareOfTheWorldIsNoPartOfAPlant() {
        String sentence = "Qatar's helium plants were halted by a strike, with 30% of %s lost.";

        assertThat(figures(sentence.replace("%s", "output"))).containsExactly("lost 0.3");
        assertThat(figures(sentence.replace("%s", "global supply"))).isEmpty();
        assertThat(figures(sentence.replace("%s", "the world's output"))).isEmpty();
    }

    @Test
    void anOfficesTimeIsThatOfTheLicence() {
        assertThat(figures(
                        "China requires licences for exports of antimony. The ministry has 45 working days to decide."))
                .contains("processingWeeks 9");
        assertThat(figures("商务部决定对稀土物项实施出口管制。商务部应当自受理之日起45个工作日内作出决定。")).contains("processingWeeks 9");
    }

    @Test
    void timesAreReadInTheirForms() {
        assertThat(figures("Russia restricted exports of neon from 1 May 2026 until 31 December 2026."))
                .contains("end week 35");
        assertThat(figures("The Netherlands banned exports of lithography machines to China for six months."))
                .contains("end week 26");
        assertThat(figures("China cut its rare earth quota by between 20 and 30 percent."))
                .contains("cap 0.7 to 0.8, likeliest 0.75");
        ArticleReading soon = read("China will ban exports of gallium to Japan from next week.");
        assertThat(DraftScenario.of(soon.drafts(), List.of(soon.article())).restrictions())
                .singleElement()
                .satisfies(restriction ->
                        assertThat(restriction.terms().period().start()).isEqualTo(1));
    }

    @Test
    void whatIsOverOrOnlyImaginedIsNotTaken() {
        for (String text : List.of(
                "TSMC evacuated its fabs in Tainan after a quake and recovered within hours.",
                "A small fire at JSR's photoresist factory was put out, and production was not affected.",
                "An earthquake at the plants of Ibiden could interrupt our deliveries.",
                "If Beijing were to ban exports of tungsten to the United States, prices would soar.",
                "Officials in Beijing said that they had at no time, and in no form, considered a ban on exports of tungsten.")) {
            assertThat(read(text).drafts()).as(text).noneMatch(Draft::isTaken);
        }
    }

    @Test
    void whatStandsInAnotherSentenceIsAsked() {
        assertThat(
                        read("Japan answered the Netherlands. It banned exports of photoresists to South Korea. Exports of neon are restricted too.")
                                .drafts())
                .isNotEmpty()
                .allMatch(draft -> draft.remarks().isEmpty() || draft.status() == Status.UNSURE);
    }

    /** Where a text names only one who acts, and only one good, there is nothing to ask. */
    @Test
    void whatLeavesNoChoiceIsTaken() {
        assertThat(read("China has rules for antimony. Exports to the United States remain banned.")
                        .drafts())
                .singleElement()
                .satisfies(draft -> {
                    assertThat(draft.issuer()).isEqualTo("CHN");
                    assertThat(draft.goods()).containsExactly("antimony");
                    assertThat(draft.targets()).containsExactly("USA");
                    assertThat(draft.isTaken()).isTrue();
                });
    }

    @Test
    void whoBansWhatOthersMakeBansBuyingIt() {
        for (String text : List.of(
                "China bars Micron chips from key infrastructure.",
                "Beijing has blocked purchases of foreign AI chips for data centres.")) {
            assertThat(read(text).drafts()).as(text).singleElement().satisfies(draft -> {
                assertThat(draft.instrument()).isEqualTo("import-ban");
                assertThat(draft.issuer()).isEqualTo("CHN");
            });
        }
        assertThat(read("Washington bars Nvidia chips from China.").drafts())
                .noneMatch(draft -> draft.instrument().equals("import-ban"));
    }

    @Test
    void whoMaySellAgainIsBannedNoLonger() {
        assertThat(read("Washington will allow Nvidia to sell H20 chips to China.")
                        .drafts())
                .singleElement()
                .satisfies(draft -> assertThat(draft.status()).isEqualTo(Status.LIFTED));
        assertThat(read("Washington will not allow Nvidia to sell H20 chips to China.")
                        .drafts())
                .singleElement()
                .satisfies(draft -> assertThat(draft.status()).isEqualTo(Status.STATED));
        assertThat(read("China approved the first licences for gallium exports.")
                        .drafts())
                .singleElement()
                .satisfies(draft -> assertThat(draft.status()).isEqualTo(Status.STATED));
    }

    @Test
    void theGoodsBelowARuleAreItsGoods() {
        assertThat(
                        read("China will require export licences for the following items:\n- gallium\n- germanium\n- antimony")
                                .drafts())
                .singleElement()
                .satisfies(draft -> assertThat(draft.goods()).containsExactly("gallium", "germanium", "antimony"));
        assertThat(
                        read("US tariffs on goods from China\n\n| product | old | new |\n| Polysilicon | 25% | 50% |\n| Permanent magnets | 0% | 25% |")
                                .drafts())
                .extracting(draft -> draft.figures().getFirst().value())
                .containsExactly("0.5", "0.25");
    }

    /** A share of one market, or of one firm's sales, and a change are not shares of the world's output. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NVIDIA, known worldwide, once supplied half of the Chinese market for HBM.",
                "Worldwide, SK Hynix makes 40% of its sales with HBM.",
                "The world's supply of gallium from China grew by 30 %.",
                "South Korea takes 65 percent of its helium from Qatar, which has the world's largest plant.",
            })
    void aPartOfSomethingElseIsNoShareOfTheWorld(String text) {
        assertThat(read(text).shares()).isEmpty();
    }

    private static List<String> figures(String text) {
        return read(text).drafts().stream()
                .flatMap(draft -> draft.figures().stream())
                .filter(figure -> !figure.isAssumed())
                .map(figure -> figure.name() + " " + figure.value())
                .toList();
    }
}
