package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.Amounts;
import io.chokepoint.scenario.Effect;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKind;
import io.chokepoint.scenario.RestrictionKind.ActsOn;
import io.chokepoint.scenario.RestrictionKind.Pattern;
import io.chokepoint.scenario.RestrictionKind.Selects;
import io.chokepoint.scenario.RestrictionKind.Words;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.RestrictionParameter;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.SelectorParser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;

/** The form of a kind follows from its descriptor, that of a kind the window has never heard of too. */
class KindFormTest {
    private static Restriction.Terms terms() {
        try {
            Selector select = SelectorParser.parse("good:a");
            return new Restriction.Terms(List.of(select), Optional.empty(), Period.from(4), "", "");
        } catch (SelectorParser.SyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aKindOfOnesOwnHasAForm() {
        RestrictionParameter refused = RestrictionParameter.part("refused", "part of the flow")
                .called("Refused", "part refused", "Part that is sent back.")
                .typically(0.1, 0.2, 0.3)
                .build();
        RestrictionParameter held = RestrictionParameter.weeks("heldWeeks")
                .called("Held", "weeks held", "Weeks that each shipment is held.")
                .optional(0)
                .build();
        KindForm form = new KindForm(new RestrictionKind(
                "inspection",
                Selects.FLOWS,
                Set.of(ActsOn.VOLUME, ActsOn.DELAY),
                List.of(refused, held),
                values -> Effect.permitting(1 - values.of(refused)).delayed(values.of(held)),
                new Words(
                        "Goods inspection",
                        "Inspection",
                        "Shipments are looked at.",
                        "shipments are held",
                        new Pattern(""),
                        new Pattern(""),
                        new Pattern(""))));

        Restriction made = form.create(terms());

        assertThat(form.lowerText()).isEqualTo("goods inspection");
        assertThat(form.parameters()).containsExactly(refused, held);
        assertThat(made.figure(refused).orElseThrow().high()).isEqualTo(0.3);
        assertThat(made.figure(held)).as("what need not be stated").isEmpty();
        assertThat(KindForm.format(refused, 0.2)).isEqualTo(Amounts.percent(0.2));
        assertThat(KindForm.format(held, 2)).isEqualTo(Amounts.weeks(2));
        assertThat(new FontIcon(form.icon()).getIconCode()).isNotNull();
    }

    @Test
    void whatWasNotStatedCanBeSet() {
        Restriction outage = new KindForm(RestrictionKinds.OUTAGE).create(terms());

        Restriction slow =
                outage.with(RestrictionKinds.RECOVERY_WEEKS, KindForm.figure(RestrictionKinds.RECOVERY_WEEKS, 2, 4, 9));

        assertThat(outage.central(RestrictionKinds.RECOVERY_WEEKS)).isZero();
        assertThat(slow.central(RestrictionKinds.RECOVERY_WEEKS)).isEqualTo(4);
        assertThat(slow.figure(RestrictionKinds.LOST)).isEqualTo(outage.figure(RestrictionKinds.LOST));
    }
}
