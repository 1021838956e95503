package io.chokepoint.bounds;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.text.Texts;
import java.util.Locale;

/** Which figure of a network is furthest from 1, so that a linear programme with it may have no answer in a computer's numbers. */
final class FarFigures {
    private String what = "";
    private double value = 1;

    private FarFigures(CompiledNetwork network) {
        NetworkStructure structure = network.structure();
        for (int i = 0; i < structure.activityCount(); i++) {
            look(network.baseline(i), Texts.get("bound.far.share", structure.activity(i)));
            look(1 + network.spare(i), Texts.get("bound.far.spare", structure.activity(i)));
        }
        for (int e = 0; e < structure.slotCount(); e++) {
            String need = structure.dependency(e).input() + " > " + structure.activity(structure.slotActivity(e));
            look(network.coefficient(e), Texts.get("bound.far.use", need));
            look(network.criticality(e), Texts.get("bound.far.criticality", need));
            look(1 + network.stockWeeks(e), Texts.get("bound.far.stock", need));
            for (int a = structure.altStart(e); a < structure.altStart(e + 1); a++) {
                look(structure.altPerUnit(a), Texts.get("bound.far.perUnit", need));
                look(network.altCap(a), Texts.get("bound.far.cap", need));
            }
        }
    }

    static String sentence(CompiledNetwork network) {
        FarFigures far = new FarFigures(network);
        return Texts.get("bound.far", far.what, String.format(Locale.ROOT, "%.3g", far.value));
    }

    private void look(double number, String name) {
        if (number > 0 && Math.abs(StrictMath.log10(number)) > Math.abs(StrictMath.log10(value))) {
            value = number;
            what = name;
        }
    }
}
