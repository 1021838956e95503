package io.chokepoint.study;

import io.chokepoint.analysis.Concentration;
import io.chokepoint.analysis.CutSets;
import io.chokepoint.analysis.FailureGraph;
import io.chokepoint.analysis.NodeSweep;
import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Good;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What can be read off the network without a run: what stops a good for good, and how concentrated its supply is. Thread-safe. */
public final class StructureStudy {
    private final StudyRunner runner;

    /**
     * A good.
     *
     * @param cutSize up to which cut sets were looked for; below what was asked where there are too many
     * @param cutSets each the labels of its nodes, smallest first
     */
    public record Row(Concentration.Row concentration, int cutSize, List<List<String>> cutSets) {
        public Row {
            cutSets = List.copyOf(cutSets);
        }

        public Good good() {
            return concentration.good();
        }

        /** How many cut sets have this many nodes; of size 1 they are the single points of failure. */
        public long count(int size) {
            return cutSets.stream().filter(set -> set.size() == size).count();
        }
    }

    public StructureStudy(StudyRunner runner) {
        this.runner = runner;
    }

    /** How concentrated the supply of each good is, without its cut sets. */
    public List<Concentration.Row> concentration(Collection<Good> goods) {
        Concentration concentration = new Concentration(runner.central());
        return goods.stream().map(concentration::of).toList();
    }

    /**
     * @param kind what counts as one node of a cut set
     * @param size of cut sets, 1 to 3
     * @param horizonWeeks suppliers that take longer to qualify cannot stand in
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public List<Row> rows(Collection<Good> goods, Kind kind, int size, int horizonWeeks, RunMonitor monitor) {
        Concentration concentration = new Concentration(runner.central());
        List<NodeSweep.Node> nodes = NodeSweep.nodes(runner.structure(), kind);
        CutSets cutSets = new CutSets(new FailureGraph(runner.central(), horizonWeeks), nodes);
        List<Row> rows = new ArrayList<>();
        for (Good good : goods) {
            monitor.checkCancelled();
            CutSets.Found found = cutSets.of(good, size, monitor);
            List<List<String>> labels = new ArrayList<>();
            for (List<Integer> set : found.sets()) {
                labels.add(set.stream().map(n -> nodes.get(n).label()).toList());
            }
            rows.add(new Row(concentration.of(good), found.size(), labels));
            monitor.progress(rows.size(), goods.size(), "goods looked at");
        }
        return rows;
    }
}
