package io.chokepoint.analysis;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who cannot work at all once somebody is gone: the and/or graph behind single points of failure. A maker works while every essential
 * input has somebody left who works and can stand in: inputs are AND, makers and alternatives of one input are OR. A good is there while
 * one of its makers works. Where makers feed each other in a circle, they keep each other going (greatest fixpoint).
 *
 * <p>An input is essential if its criticality is 1. Suppliers of today always count; others, and alternatives, where they can be qualified
 * within the horizon. Amounts, stocks and times do not enter: this says what stops for good, not when or how much is lost before.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class FailureGraph {
    private static final double ESSENTIAL = 1 - 1e-9;

    private final NetworkStructure structure;
    /** By need: whose it is. */
    private final int[] needOf;
    /** By need, the places of its suppliers in {@link #suppliers}, each supplier once. */
    private final int[] needStart;

    private final int[] suppliers;
    /** By activity, the needs it serves. */
    private final int[] servesStart;

    private final int[] serves;
    private final int[] goodSize;

    /** @param horizonWeeks suppliers and alternatives that take longer to qualify do not count */
    public FailureGraph(CompiledNetwork network, int horizonWeeks) {
        this.structure = network.structure();
        int[] owners = new int[structure.slotCount()];
        int[] starts = new int[structure.slotCount() + 1];
        int[] list = new int[structure.linkCount()];
        int needs = 0;
        int size = 0;
        for (int e = 0; e < structure.slotCount(); e++) {
            if (network.criticality(e) < ESSENTIAL) {
                continue;
            }
            TreeSet<Integer> who = new TreeSet<>();
            int end = network.qualification(e) <= horizonWeeks ? structure.linkMid(e) : structure.linkUsual(e);
            for (int l = structure.linkStart(e); l < end; l++) {
                who.add(structure.linkSupplier(l));
            }
            for (int a = structure.altStart(e); a < structure.altStart(e + 1); a++) {
                if (network.altCap(a) > 0 && network.altQualification(a) <= horizonWeeks) {
                    for (int l = structure.altLinkStart(a); l < structure.altLinkEnd(a); l++) {
                        who.add(structure.linkSupplier(l));
                    }
                }
            }
            owners[needs] = structure.slotActivity(e);
            starts[needs++] = size;
            for (int j : who) {
                list[size++] = j;
            }
        }
        starts[needs] = size;
        this.needOf = Arrays.copyOf(owners, needs);
        this.needStart = Arrays.copyOf(starts, needs + 1);
        this.suppliers = Arrays.copyOf(list, size);
        int activities = structure.activityCount();
        this.servesStart = new int[activities + 1];
        for (int j : suppliers) {
            servesStart[j + 1]++;
        }
        for (int j = 0; j < activities; j++) {
            servesStart[j + 1] += servesStart[j];
        }
        this.serves = new int[size];
        int[] next = Arrays.copyOf(servesStart, activities);
        for (int need = 0; need < needs; need++) {
            for (int p = needStart[need]; p < needStart[need + 1]; p++) {
                serves[next[suppliers[p]]++] = need;
            }
        }
        this.goodSize = new int[structure.goodCount()];
        for (int i = 0; i < activities; i++) {
            goodSize[structure.goodOf(i)]++;
        }
    }

    NetworkStructure structure() {
        return structure;
    }

    int needCount() {
        return needOf.length;
    }

    int needOwner(int need) {
        return needOf[need];
    }

    /** Copy of the activities that can serve a need. */
    int[] suppliersOf(int need) {
        return Arrays.copyOfRange(suppliers, needStart[need], needStart[need + 1]);
    }

    /** All goods that nobody can make any more once these are gone, those of the makers themselves included. In dataset order. */
    public Set<Good> stoppedBy(Collection<Activity> gone) {
        boolean[] stopped =
                stoppedGoods(gone.stream().mapToInt(structure::index).toArray());
        Set<Good> goods = new LinkedHashSet<>();
        int g = 0;
        for (Good good : structure.dataset().goods()) {
            if (stopped[g++]) {
                goods.add(good);
            }
        }
        return goods;
    }

    /** By good of the dataset. */
    boolean[] stoppedGoods(int[] gone) {
        boolean[] dead = deadAfter(gone);
        int[] left = goodSize.clone();
        boolean[] stopped = new boolean[left.length];
        for (int i = 0; i < dead.length; i++) {
            if (dead[i] && --left[structure.goodOf(i)] == 0) {
                stopped[structure.goodOf(i)] = true;
            }
        }
        return stopped;
    }

    /** By activity: who does not work once these are gone. Takes time in proportion to what fails. */
    boolean[] deadAfter(int[] gone) {
        boolean[] dead = new boolean[structure.activityCount()];
        int[] queue = new int[dead.length];
        int[] failed = new int[needOf.length];
        int size = 0;
        for (int i : gone) {
            if (!dead[i]) {
                dead[i] = true;
                queue[size++] = i;
            }
        }
        for (int k = 0; k < size; k++) {
            int j = queue[k];
            for (int p = servesStart[j]; p < servesStart[j + 1]; p++) {
                int need = serves[p];
                int owner = needOf[need];
                if (++failed[need] == needStart[need + 1] - needStart[need] && !dead[owner]) {
                    dead[owner] = true;
                    queue[size++] = owner;
                }
            }
        }
        return dead;
    }
}
