package io.chokepoint.analysis;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureClass;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Together;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
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
    /** By figure, how far it is drawn together with others of its class; 0: by itself. */
    private final double[] together;
    /** By figure, the hash of the id of what its class and basis share; unused where it is drawn by itself. */
    private final long[] classHash;
    /** By figure that is drawn together with others, the place of what it shares in {@link #sharedBy}, and its range's factor. */
    private final int[] sharedPlace;

    private final double[] logScale;

    /** For each class and basis that shares a part of its draws, the first of its figures by index. */
    private final int[] sharedBy;

    private final Map<String, Figure> own;

    public FigureDraws(Dataset dataset, Scenario scenario) {
        this(dataset, scenario, Map.of());
    }

    /** @param own by id, what to use in place of a figure of the dataset or the scenario */
    public FigureDraws(Dataset dataset, Scenario scenario, Map<String, Figure> own) {
        this(dataset, scenario, own, dataset.together());
    }

    /**
     * As above, with other figures drawn together than the dataset says.
     *
     * @param shared {@link Together#NONE} draws each figure by itself
     */
    public FigureDraws(Dataset dataset, Scenario scenario, Map<String, Figure> own, Together shared) {
        this.own = Map.copyOf(own);
        dataset.figures().forEach(this::add);
        for (Restriction restriction : scenario.restrictions()) {
            restriction.parameters().forEach(parameter -> add(parameter.value()));
            restriction.period().figures().forEach(this::add);
        }
        scenario.measures().forEach(measure -> add(measure.figure()));
        idHash = figures.stream().mapToLong(figure -> hash(figure.id())).toArray();
        together = figures.stream().mapToDouble(shared::part).toArray();
        classHash = new long[together.length];
        for (int k = 0; k < classHash.length; k++) {
            if (together[k] > 0) {
                Figure figure = figures.get(k);
                classHash[k] =
                        hash("together/" + FigureClass.of(figure).orElseThrow().id() + "/"
                                + figure.evidence().basis().id());
            }
        }
        sharedBy = firstOfShared();
        sharedPlace = new int[together.length];
        logScale = new double[together.length];
        Map<Long, Integer> placeOfShared = new HashMap<>();
        for (int place = 0; place < sharedBy.length; place++) {
            placeOfShared.put(classHash[sharedBy[place]], place);
        }
        for (int k = 0; k < together.length; k++) {
            if (together[k] > 0) {
                Figure figure = figures.get(k);
                sharedPlace[k] = placeOfShared.getOrDefault(classHash[k], 0);
                logScale[k] = PertQuantile.logScale(figure.low(), figure.central(), figure.high());
            }
        }
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
        double[] shared = new double[sharedBy.length];
        for (int place = 0; place < shared.length; place++) {
            shared[place] = Pert.normal(generator(classHash[sharedBy[place]], seed, run));
        }
        for (int k = 0; k < values.length; k++) {
            Figure figure = figures.get(k);
            SplittableRandom random = generator(idHash[k], seed, run);
            values[k] = together[k] > 0
                    ? PertQuantile.of(
                            quantile(together[k], shared[sharedPlace[k]], Pert.normal(random)),
                            figure.low(),
                            figure.central(),
                            figure.high(),
                            logScale[k])
                    : Pert.draw(random, figure.low(), figure.central(), figure.high());
        }
        return values;
    }

    /**
     * What a run's values are made of, each part independent of all others: by figure what it does not share, then what each class and
     * basis shares, in the order of {@link #sharedBy()}. Standard normal where a figure is drawn together with others, else its value.
     *
     * @param drawn the values of {@link #draw} for the same seed and run
     */
    void parts(long seed, int run, double[] drawn, double[] parts) {
        for (int k = 0; k < together.length; k++) {
            parts[k] = together[k] > 0 ? Pert.normal(generator(idHash[k], seed, run)) : drawn[k];
        }
        int place = together.length;
        for (int first : sharedBy) {
            parts[place++] = Pert.normal(generator(classHash[first], seed, run));
        }
    }

    /** For each class and basis that shares a part of its draws, the first of its figures by index. */
    int[] sharedBy() {
        return sharedBy.clone();
    }

    private int[] firstOfShared() {
        Map<Long, Integer> first = new LinkedHashMap<>();
        for (int k = 0; k < together.length; k++) {
            if (together[k] > 0) {
                first.putIfAbsent(classHash[k], k);
            }
        }
        return first.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** The quantile of a figure that is drawn together with others: Φ(√c·Z_class + √(1 − c)·Z_f). */
    static double quantile(double together, double ofClass, double ofFigure) {
        return PertQuantile.normal(Math.sqrt(together) * ofClass + Math.sqrt(1 - together) * ofFigure);
    }

    private static SplittableRandom generator(long idHash, long seed, int run) {
        return new SplittableRandom(mix(mix(seed ^ idHash) + run));
    }

    /** A value in [0, 1) of a run that depends on the seed, the run's number and an id alone, as figures do. */
    static double uniform(String id, long seed, int run) {
        return generator(hash(id), seed, run).nextDouble();
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
