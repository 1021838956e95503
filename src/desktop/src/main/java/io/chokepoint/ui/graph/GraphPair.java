package io.chokepoint.ui.graph;

import io.chokepoint.layout.ColumnPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two graphs of one comparison on the same columns, rows and part of the picture. A lays out, with what either run hits; B takes A's
 * picture and shows its points against A. Or A alone shows what B changes. UI thread only.
 */
public final class GraphPair {
    /** By how many px the lower graph must be higher than the upper one for both to have the same rows. */
    public static final double LOWER_HIGHER = GraphView.Trim.UPPER.sum() - GraphView.Trim.LOWER.sum();

    private final GraphView a;
    private final GraphView b;
    private boolean differenceOnly;

    private GraphPair(GraphView a, GraphView b) {
        this.a = a;
        this.b = b;
    }

    /** Ties two graphs together until {@link #end()}. */
    public static GraphPair of(GraphView a, GraphView b) {
        GraphPair pair = new GraphPair(a, b);
        a.model().join(pair.new SideA());
        b.model().join(pair.new SideB());
        a.canvas().linkTo(b.canvas(), false);
        b.canvas().linkTo(a.canvas(), true);
        pair.trim();
        return pair;
    }

    /** Shows in A what B changes, in colours of worse and better, or A's own run again. */
    public void setDifferenceOnly(boolean value) {
        differenceOnly = value;
        trim();
        a.model().partnerChanged();
    }

    private void trim() {
        a.setTrim(differenceOnly ? GraphView.Trim.NONE : GraphView.Trim.UPPER);
        b.setTrim(GraphView.Trim.LOWER);
    }

    /** Each graph on its own again. */
    public void end() {
        a.canvas().linkTo(null, false);
        b.canvas().linkTo(null, false);
        a.setTrim(GraphView.Trim.NONE);
        b.setTrim(GraphView.Trim.NONE);
        a.model().join(null);
        b.model().join(null);
    }

    /** What a graph asks of the comparison it is part of. */
    interface Side {
        /** The runs laid out together, A first. */
        List<RunFacts> together(RunFacts own);

        /** What is shown of a run. */
        RunFacts shown(RunFacts own);

        /** The picture to take over; empty where this side lays out. */
        Optional<ColumnPicture> picture();

        /** Who lays out; null where this side does. */
        @Nullable
        GraphViewModel leader();

        /** This side's run is another one, or its picture. */
        void changed();
    }

    private final class SideA implements Side {
        @Override
        public List<RunFacts> together(RunFacts own) {
            List<RunFacts> all = new ArrayList<>(List.of(shown(own)));
            if (!differenceOnly) {
                b.model().own().ifPresent(all::add);
            }
            return all;
        }

        @Override
        public RunFacts shown(RunFacts own) {
            Optional<RunFacts> other = differenceOnly ? b.model().own() : Optional.empty();
            return other.map(run -> RunFacts.difference(own, run)).orElse(own);
        }

        @Override
        public Optional<ColumnPicture> picture() {
            return Optional.empty();
        }

        @Override
        public @Nullable GraphViewModel leader() {
            return null;
        }

        @Override
        public void changed() {
            b.model().partnerChanged();
        }
    }

    private final class SideB implements Side {
        @Override
        public List<RunFacts> together(RunFacts own) {
            return List.of(own);
        }

        @Override
        public RunFacts shown(RunFacts own) {
            return a.model().own().map(own::beside).orElse(own);
        }

        @Override
        public Optional<ColumnPicture> picture() {
            return a.model().scene().map(GraphScene::picture);
        }

        @Override
        public GraphViewModel leader() {
            return a.model();
        }

        @Override
        public void changed() {
            a.model().partnerChanged();
        }
    }
}
