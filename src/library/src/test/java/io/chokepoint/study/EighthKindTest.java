package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.chokepoint.data.RestrictionSpecParser;
import io.chokepoint.data.ScenarioReader;
import io.chokepoint.data.ScenarioSchema;
import io.chokepoint.data.ScenarioWriter;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Supply;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Customer;
import io.chokepoint.scenario.Effect;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKind;
import io.chokepoint.scenario.RestrictionKind.ActsOn;
import io.chokepoint.scenario.RestrictionKind.Pattern;
import io.chokepoint.scenario.RestrictionKind.Selects;
import io.chokepoint.scenario.RestrictionKind.Words;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.RestrictionParameter;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.testkit.EngineUnderTest;
import io.chokepoint.testkit.ModelRun;
import io.chokepoint.testkit.Models;
import io.chokepoint.testkit.ScenarioSketch;
import io.chokepoint.testkit.SmallChain;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A kind that the program does not know is one descriptor: it is read, written, checked, run and said like the others. */
class EighthKindTest {
    private static final RestrictionParameter REFUSED = RestrictionParameter.part("refused", "part of the flow")
            .called("Refused", "part refused", "Part of each shipment that is sent back, 0 to 1.")
            .typically(0.1, 0.2, 0.3)
            .fullStop(1)
            .build();

    private static final RestrictionParameter HELD_WEEKS = RestrictionParameter.weeks("heldWeeks")
            .called("Held", "weeks held", "Weeks that each shipment is held.")
            .optional(0)
            .build();

    private static final RestrictionKind INSPECTION = new RestrictionKind(
            "inspection",
            Selects.FLOWS,
            Set.of(ActsOn.VOLUME, ActsOn.DELAY),
            List.of(REFUSED, HELD_WEEKS),
            values -> Effect.permitting(1 - values.of(REFUSED)).delayed(values.of(HELD_WEEKS)),
            new Words(
                    "Inspection",
                    "Inspection",
                    "Shipments are looked at, and some sent back.",
                    "shipments are held and a part of them refused",
                    new Pattern(
                            "{what}{from}{whom} {what:is|are} inspected: {numbers}",
                            "{what}{from}{whom} {what:is|are} sent back"),
                    new Pattern("{refused} refused[, {heldWeeks} held]"),
                    new Pattern("{flow} are inspected from {start}, {numbers}")));

    private static final RestrictionKinds KINDS = RestrictionKinds.ALL.with(INSPECTION);

    private static final String SPEC =
            "inspection good:oxide country:CHN to:!CHN refused=0.2/0.4/0.5 heldWeeks=2 start=4 end=30";

    private final Dataset dataset = SmallChain.dataset();
    private final Restriction inspection =
            RestrictionSpecParser.parse(SPEC, "--restrict", KINDS).orThrow();
    private final Scenario scenario = Scenario.adHoc(80, List.of(inspection));

    @Test
    void theCommandLineReadsIt() {
        assertThat(inspection.kind()).isSameAs(INSPECTION);
        assertThat(inspection.figure(REFUSED).orElseThrow().high()).isEqualTo(0.5);
        assertThat(RestrictionSpecParser.parse("inspection good:oxide", "--restrict", KINDS)
                        .orThrow()
                        .central(REFUSED))
                .isEqualTo(1);
        assertThat(RestrictionSpecParser.parse(SPEC.replace("0.5", "5"), "--restrict", KINDS)
                        .problems())
                .singleElement()
                .asString()
                .contains("refused", "a number from 0 to 1");
        assertThat(RestrictionSpecParser.parse(SPEC, "--restrict").problems())
                .as("kinds of the program alone")
                .isNotEmpty();
    }

    @Test
    void whatIsWrittenReadsBackAndFitsTheSchema() {
        String json = ScenarioWriter.toJson(scenario);

        Restriction read = ScenarioReader.read(json, Path.of("own.json"), KINDS)
                .orThrow()
                .restrictions()
                .getFirst();
        assertThat(read.kind()).isSameAs(INSPECTION);
        assertThat(read.terms()).isEqualTo(inspection.terms());
        assertThat(read.central(HELD_WEEKS)).isEqualTo(2);
        assertThat(faults(json)).isEmpty();
        assertThat(faults(json.replace("heldWeeks", "cap"))).isNotEmpty();
        assertThat(faults(json.replace("\"refused\"", "\"heldweeks\""))).isNotEmpty();
    }

    /** A question and a date are asked for by the schema only. */
    private static List<String> faults(String json) {
        String whole = json.replaceFirst("\"title\"", "\"question\": \"q\", \"startDate\": \"2026-01-05\", \"title\"");
        String schema = ScenarioSchema.of(KINDS).replace("\"$id\": \"", "\"$id\": \"https://chokepoint.example/");
        JsonMapper mapper = JsonMapper.builder().build();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(mapper.readTree(schema))
                .validate(mapper.readTree(whole))
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void aRunDoesWhatItsEffectSays() {
        ModelRun run = Models.ENGINE.run(dataset, scenario);
        ModelRun sameAsLicence = Models.ENGINE.run(
                dataset,
                ScenarioSketch.over(80)
                        .during(4, 30)
                        .licence("good:oxide country:CHN to:!CHN", 2, 0.6)
                        .scenario());

        assertThat(run.outcome("oxide").trough()).isLessThan(0.9);
        for (String good : List.of("ore", "oxide", "coating feed", "chamber parts", "wafers", "chip-one")) {
            assertThat(run.output(good)).as(good).containsExactly(sameAsLicence.output(good));
        }
    }

    @Test
    void sentencesFillItsSlots() {
        assertThat(RestrictionSentence.of(inspection, dataset, Optional.empty()))
                .isEqualTo("From week 4 until week 30 oxide from China is inspected: 40 % refused, 2 weeks held.");
        assertThat(RestrictionSentence.pill(inspection, dataset))
                .hasToString("Inspection: China → abroad, oxide · 40 % refused, 2 weeks held");
        assertThat(FigureNames.of(dataset, scenario)
                        .of(inspection.figure(REFUSED).orElseThrow()))
                .isEqualTo("China → abroad, oxide: part refused");
    }

    @Test
    void questionsAboutItAreAnsweredByTheDescriptor() {
        SimulationResult run =
                EngineUnderTest.simulate(dataset, scenario, RationingRule.PROPORTIONAL, FigureValues.CENTRAL);
        assertThat(inspection.kind().permitWait()).isEmpty();
        FlowBook.Flow abroad =
                new FlowBook.Flow(maker("oxide", "CHN"), new Customer.Maker(maker("coating feed", "JPN")), 0.5);
        FlowBook.Flow athome =
                new FlowBook.Flow(maker("oxide", "CHN"), new Customer.Maker(maker("coating feed", "CHN")), 0.1);
        assertThat(FlowBook.isRestricted(abroad, run)).isTrue();
        assertThat(FlowBook.isRestricted(athome, run)).isFalse();
    }

    private Activity maker(String good, String country) {
        return dataset.supplies().stream()
                .map(Supply::activity)
                .filter(activity -> activity.good().id().equals(good)
                        && activity.provider().country().equals(country))
                .findFirst()
                .orElseThrow();
    }
}
