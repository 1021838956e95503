package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.Effect;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKind;
import io.chokepoint.scenario.RestrictionKind.ActsOn;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.RestrictionParameter;
import io.chokepoint.testkit.ScenarioSketch;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each descriptor says the same in all its parts. */
class RestrictionKindsTest {
    private static final Restriction.Terms TERMS =
            new Restriction.Terms(ScenarioSketch.selectors("good:a"), Optional.empty(), Period.from(0), "", "");

    static List<RestrictionKind> kinds() {
        return RestrictionKinds.ALL.list();
    }

    private static Figure figure(RestrictionParameter parameter, double value) {
        return Figure.point(parameter.name(), value, parameter.unitWords(), Evidence.assumption("drawn"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anEffectIsOfWhatTheKindActsOnAndNothingElse(RestrictionKind kind) {
        SplittableRandom random = new SplittableRandom(1);
        boolean volume = false;
        boolean delay = false;
        boolean cost = false;
        boolean capacity = false;
        for (int draw = 0; draw < 100; draw++) {
            Figure[] figures = kind.parameters().stream()
                    .map(parameter -> figure(parameter, random.nextDouble(0.01, 1)))
                    .toArray(Figure[]::new);
            Effect effect = kind.on(TERMS, figures).effect(FigureValues.CENTRAL);
            volume |= effect.permitted() < 1;
            delay |= effect.delayWeeks() > 0;
            cost |= effect.costRate() > 0;
            capacity |= effect.lost() > 0;
            assertThat(effect.permitted()).isBetween(0.0, 1.0);
        }
        assertThat(volume).isEqualTo(kind.actsOn(ActsOn.VOLUME));
        assertThat(delay).isEqualTo(kind.actsOn(ActsOn.DELAY));
        assertThat(cost).isEqualTo(kind.actsOn(ActsOn.COST));
        assertThat(capacity).isEqualTo(kind.actsOn(ActsOn.CAPACITY));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatStartsAndWhatGoesWithoutSayingAreAllowed(RestrictionKind kind) {
        for (RestrictionParameter parameter : kind.parameters()) {
            RestrictionParameter.Typical typical = parameter.typical();
            for (double value :
                    new double[] {typical.low(), typical.central(), typical.high(), parameter.usualMost()}) {
                assertThat(parameter.range().allows(value))
                        .as("%s %s", parameter, value)
                        .isTrue();
            }
            assertThat(parameter.fullStop().filter(value -> !parameter.range().allows(value)))
                    .isEmpty();
            assertThat(parameter.unsaid().filter(value -> !parameter.range().allows(value)))
                    .isEmpty();
            assertThat(parameter.label()).isNotEmpty();
            assertThat(parameter.phrase()).isNotEmpty();
            assertThat(parameter.description()).endsWith(".");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void onlyOptionalParametersMayBeMissing(RestrictionKind kind) {
        List<RestrictionParameter> needed =
                kind.parameters().stream().filter(p -> !p.isOptional()).toList();
        Figure[] figures = needed.stream().map(p -> figure(p, 0.5)).toArray(Figure[]::new);

        assertThat(kind.on(TERMS, figures).parameters()).hasSize(needed.size());
        if (!needed.isEmpty()) {
            assertThatThrownBy(() -> kind.on(TERMS)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
