package io.chokepoint.analysis.lp;

import io.chokepoint.analysis.lp.MakerGroups.Group;
import io.chokepoint.analysis.lp.ResponseProgramme.Input;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What may be sent from group to group, week by week: links bundled, restrictions and quotas kept. */
final class ResponseFlows {
    /** For quotas that are left out. */
    private static final boolean[] NO_LINKS = {};

    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final CompiledScenario scenario;
    private final MakerGroups groups;
    private final int weeks;
    private final int firstWeek;
    private final boolean stockIsBuilt;
    private final ResponseProgramme programme;

    ResponseFlows(
            CompiledNetwork network,
            CompiledScenario scenario,
            MakerGroups groups,
            int weeks,
            ResponseProgramme programme) {
        this.network = network;
        this.structure = network.structure();
        this.scenario = scenario;
        this.groups = groups;
        this.weeks = weeks;
        this.firstWeek = groups.firstWeek();
        this.stockIsBuilt = !scenario.scenario().measures().isEmpty();
        this.programme = programme;
    }

    /** Links from one group to one input; for an alternative its number, otherwise −1. */
    private record Bundle(Group source, int alternative, List<Integer> links) {}

    /** Columns of what is sent, week by week, from each group of makers to each input. */
    void add(List<Input> inputs, RunMonitor monitor) {
        WeekEffects effects = new WeekEffects(scenario);
        List<List<Bundle>> bundles = new ArrayList<>();
        for (Input input : inputs) {
            bundles.add(bundles(input));
        }
        for (int t = 0; t < weeks; t++) {
            monitor.checkCancelled();
            effects.advanceTo(t);
            int[] quotaRow = new int[effects.quotaCount()];
            boolean[][] inQuota = new boolean[quotaRow.length][];
            for (int q = 0; q < quotaRow.length; q++) {
                inQuota[q] = quotaLinks(effects, q);
                quotaRow[q] = inQuota[q].length == 0 ? -1 : programme.program().rowAtMost(quotaMost(effects, q));
            }
            for (int n = 0; n < inputs.size(); n++) {
                for (Bundle bundle : bundles.get(n)) {
                    addFlow(inputs.get(n), bundle, t, effects, quotaRow, inQuota);
                }
            }
        }
    }

    private List<Bundle> bundles(Input input) {
        Map<String, Bundle> found = new TreeMap<>();
        for (int e : input.slots) {
            int firstAlternative = structure.altStart(e);
            for (int l = structure.linkStart(e); l < structure.linkMid(e); l++) {
                add(found, l, -1, "");
            }
            for (int a = firstAlternative; a < structure.altStart(e + 1); a++) {
                for (int l = structure.altLinkStart(a); l < structure.altLinkEnd(a); l++) {
                    add(found, l, a, "alternative " + (a - firstAlternative) + " ");
                }
            }
        }
        return List.copyOf(found.values());
    }

    private void add(Map<String, Bundle> found, int link, int alternative, String prefix) {
        Group source = groups.of(structure.linkSupplier(link));
        found.computeIfAbsent(
                        prefix + source.good().id() + source.inside(),
                        unused -> new Bundle(source, alternative, new ArrayList<>()))
                .links
                .add(link);
    }

    private boolean[] quotaLinks(WeekEffects effects, int quota) {
        boolean[] links = new boolean[structure.linkCount()];
        for (int k = 0; k < effects.quotaLinkCount(quota); k++) {
            if (effects.quotaPart(quota, k) < 1) {
                return NO_LINKS;
            }
            links[effects.quotaLink(quota, k)] = true;
        }
        return links;
    }

    private double quotaMost(WeekEffects effects, int quota) {
        double flow = 0;
        for (int k = 0; k < effects.quotaLinkCount(quota); k++) {
            flow += network.flow(effects.quotaLink(quota, k));
        }
        return effects.quotaCap(quota) * flow;
    }

    private void addFlow(Input input, Bundle bundle, int t, WeekEffects effects, int[] quotaRow, boolean[][] inQuota) {
        double most = 0;
        int delay = Integer.MAX_VALUE;
        for (int l : bundle.links) {
            double link = most(l, bundle, t, effects);
            if (link > 0) {
                most += link;
                for (int p = 0; p < effects.delayParts(l); p++) {
                    delay = Math.min(delay, effects.delayPart(l, p) > 0 ? effects.delayWeeks(l, p) : delay);
                }
            }
        }
        int arrival = t + structure.slotLead(input.slots.getFirst()) + (delay == Integer.MAX_VALUE ? 0 : delay);
        if (most <= 0 || arrival >= weeks) {
            return;
        }
        double perUnit = 1;
        if (bundle.alternative >= 0) {
            perUnit = structure.altPerUnit(bundle.alternative);
            most = Math.min(most, network.altCap(bundle.alternative) * input.mostUse);
        }
        int sent = programme.program().column(0, most, 0);
        programme.program().coefficient(programme.supplyRow(bundle.source, t), sent, perUnit);
        programme.program().coefficient(input.stockRow[arrival], sent, -1);
        for (int q = 0; q < quotaRow.length; q++) {
            boolean[] links = inQuota[q];
            if (links.length > 0 && bundle.links.stream().allMatch(l -> links[l])) {
                programme.program().coefficient(quotaRow[q], sent, perUnit);
            }
        }
    }

    /** What may be sent on a link in a week; infinite where nothing restricts it. */
    private double most(int link, Bundle bundle, int t, WeekEffects effects) {
        int slot = structure.linkSlot(link);
        if (t < firstWeek && !stockIsBuilt) {
            // Until something happens everything is as usual: nobody stocks up for what is not known yet.
            return network.flow(link);
        }
        double wait = bundle.alternative >= 0
                ? network.altQualification(bundle.alternative)
                : link < structure.linkUsual(slot) ? -1 : network.qualification(slot);
        if (wait >= 0 && t <= firstWeek + wait) {
            return 0;
        }
        double permitted = effects.permittedOrders(link);
        return permitted < 1 ? permitted * network.flow(link) : Double.POSITIVE_INFINITY;
    }
}
