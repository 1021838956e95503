package io.chokepoint.analysis;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws every uncertain figure of a dataset and a scenario, once per run and shared by all that use the figure (model page, section 7).
 *
 * <p>The value of a figure in a run depends on the seed, the run's number and the figure's id alone: adding a figure, or running on
 * another machine or number of threads, changes no other draw.
 */
public final class FigureDraws {
    private final List<Figure> figures = new ArrayList<>();
    private static final Integer NOT_DRAWN = -1;

    private final Map<String, Integer> index = new HashMap<>();
    /** The same by the objects themselves, those included that are not drawn and not replaced. */
    private final Map<Figure, Integer> places = new IdentityHashMap<>();

    private final long[] idHash;
    private final Map<String, Figure> own;

    public FigureDraws(Dataset dataset, Scenario scenario) {
        this(dataset, scenario, Map.of());
    }

    /** @param own by id, what to use in place of a figure of the dataset or the scenario */
    public FigureDraws(Dataset dataset, Scenario scenario, Map<String, Figure> own) {
        this.own = Map.copyOf(own);
        dataset.figures().forEach(this::add);
        for (Restriction restriction : scenario.restrictions()) {
            restriction.parameters().forEach(parameter -> add(parameter.value()));
        }
        scenario.measures().forEach(measure -> add(measure.figure()));
        idHash = figures.stream().mapToLong(figure -> hash(figure.id())).toArray();
    }

    private void add(Figure stated) {
        Figure figure = own.getOrDefault(stated.id(), stated);
        if (figure.isUncertain()) {
            if (index.putIfAbsent(figure.id(), figures.size()) == null) {
                figures.add(figure);
            }
            places.put(stated, index.get(figure.id()));
        } else if (figure == stated) {
            places.put(stated, NOT_DRAWN);
        }
    }

    /** The figures that are drawn: those whose range is more than a point, in dataset order, then the scenario's. */
    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** The values of run {@code run}, by figure as in {@link #figures()}. */
    public double[] draw(long seed, int run) {
        double[] values = new double[figures.size()];
        for (int k = 0; k < values.length; k++) {
            Figure figure = figures.get(k);
            SplittableRandom random = new SplittableRandom(mix(mix(seed ^ idHash[k]) + run));
            values[k] = Pert.draw(random, figure.low(), figure.central(), figure.high());
        }
        return values;
    }

    /** Drawn values as the compiler wants them; figures that are not drawn keep their central value. */
    public FigureValues values(double[] drawn) {
        return figure -> {
            // A run asks for thousands of figures, nearly always with the very objects of the dataset.
            Integer k = places.get(figure);
            if (k == null) {
                k = index.getOrDefault(figure.id(), NOT_DRAWN);
            }
            return k < 0 ? own.getOrDefault(figure.id(), figure).central() : drawn[k];
        };
    }

    /** FNV-1a with 64 bits: ids of a dataset do not collide in practice, and it is the same everywhere. */
    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < id.length(); at++) {
            hash = (hash ^ id.charAt(at)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The finaliser of SplitMix64 (Steele et al. 2014). */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
