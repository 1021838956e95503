package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.analysis.Mitigation.Cost;
import io.chokepoint.analysis.Mitigation.Settings;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.simulation.WeeklyModel;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.ScenarioSketch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of measures that do the same, the order of the dataset's rows does not decide which comes first. */
class MitigationOrderTest {
    private static final Settings SETTINGS = new Settings(6, 4, 0.3, 8, 0.9, Cost.STOCK_WEEKS, 4, 1);

    /** Four feeds of a chip that are alike, all banned. */
    private static Dataset dataset(Random random) {
        List<String> feeds = new ArrayList<>(List.of("feed-1", "feed-2", "feed-3", "feed-4"));
        Collections.shuffle(feeds, random);
        NetworkSketch sketch = NetworkSketch.named("alike").makes("W", "chip", 1);
        for (String feed : feeds) {
            sketch.makes("X", feed, 1);
        }
        Collections.shuffle(feeds, random);
        for (String feed : feeds) {
            sketch.needs("chip", feed, input -> input.useShare(0.9).stockWeeks(1));
        }
        return sketch.build();
    }

    private static List<String> found(Dataset dataset) {
        Mitigation.Result result = new Mitigation(
                        new WeeklyModel(),
                        NetworkCompiler.compile(dataset, FigureValues.CENTRAL),
                        FigureValues.CENTRAL,
                        ScenarioSketch.over(40)
                                .during(6, 12)
                                .exportBan("good:feed-1,feed-2,feed-3,feed-4", 0)
                                .scenario(),
                        RationingRule.PROPORTIONAL,
                        dataset.goods().stream()
                                .filter(good -> good.id().equals("chip"))
                                .findFirst()
                                .map(Good.class::cast)
                                .orElseThrow())
                .run(SETTINGS, RunMonitor.NONE);
        List<String> all = new ArrayList<>();
        result.alone().forEach(trial -> all.add("alone " + names(trial)));
        result.pairs().forEach(trial -> all.add("pair " + names(trial)));
        all.add("cheapest " + names(result.cheapest()));
        return all;
    }

    private static String names(Trial trial) {
        return trial.options().stream()
                .map(option -> option.kind() + " " + option.input() + " " + option.makers() + " " + option.weeks())
                .sorted()
                .toList()
                .toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theSameMeasuresInTheSameOrder(long seed) {
        List<String> one = found(dataset(new Random(0)));

        assertThat(one).hasSizeGreaterThan(4);
        assertThat(found(dataset(new Random(seed)))).isEqualTo(one);
    }
}
