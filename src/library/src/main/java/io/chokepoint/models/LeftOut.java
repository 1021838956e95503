package io.chokepoint.models;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.Effect;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKind.Selects;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** What the classic models leave out of a dataset and a scenario, in sentences. */
final class LeftOut {
    private LeftOut() {}

    static List<String> esri(Dataset dataset, Scenario scenario, double essentialFrom) {
        List<String> all = ofDataset("esri", dataset, Texts.get("models.leftOut.esri", essentialFrom));
        ofScenario(scenario, false, all);
        return all;
    }

    static List<String> inoueTodo(Dataset dataset, Scenario scenario) {
        List<String> all = ofDataset("inoue-todo", dataset, Texts.get("models.leftOut.inoueTodo"));
        all.add(Texts.get("models.leftOut.causes"));
        ofScenario(scenario, true, all);
        return all;
    }

    static List<String> ario(Dataset dataset, Scenario scenario) {
        List<String> all = ofDataset("ario", dataset, Texts.get("models.leftOut.ario"));
        all.add(Texts.get("models.leftOut.causes"));
        ofScenario(scenario, true, all);
        return all;
    }

    private static List<String> ofDataset(String model, Dataset dataset, String own) {
        List<String> all = new ArrayList<>();
        all.add(Texts.get("models.leftOut.all", model));
        if (dataset.dependencies().stream().anyMatch(one -> one.mode() == DependencyMode.CAPITAL)) {
            all.add(Texts.get("models.leftOut.machines"));
        }
        all.add(own);
        return all;
    }

    /** @param stocks whether the model keeps stocks */
    private static void ofScenario(Scenario scenario, boolean stocks, List<String> all) {
        boolean flows = false;
        for (int r = 0; r < scenario.restrictions().size(); r++) {
            Restriction restriction = scenario.restrictions().get(r);
            Effect effect = restriction.effect(FigureValues.CENTRAL);
            flows |= restriction.kind().selects() != Selects.MAKERS;
            if (effect.costRate() > 0) {
                all.add(Texts.get("models.leftOut.cost", r + 1));
            }
        }
        if (flows) {
            all.add(Texts.get("models.leftOut.flows"));
        }
        for (Measure measure : scenario.measures()) {
            if (measure instanceof Measure.Expansion) {
                all.add(Texts.get("models.leftOut.expansion"));
            } else if (!stocks) {
                all.add(Texts.get("models.leftOut.stockBuild"));
            }
        }
    }
}
