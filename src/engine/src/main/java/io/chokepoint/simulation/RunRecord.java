package io.chokepoint.simulation;

import io.chokepoint.network.NetworkStructure;
import io.chokepoint.result.Outcome;
import java.util.Arrays;

/** What is kept of a run while it goes on; all arrays are made beforehand. */
final class RunRecord {
    final double[][] output;
    final double[][] served;
    final double[][] received;
    final double[][] available;
    final int[][] bindingSlot;
    final int[] firstLoss;
    final boolean[] capacityShort;
    /** In the week of the first loss: the capital input that is worn most, or −1; its K as a part of x̄; κ. */
    final int[] lossWornSlot;

    final double[] lossMachines;
    final double[] lossWorking;
    final double[] lossFulfilment;

    private final double[] baselines;
    private final boolean causes;

    /** @param causes whether what is needed to answer why is kept too */
    RunRecord(NetworkStructure structure, double[] baselines, int weeks, boolean causes) {
        this.baselines = baselines;
        this.causes = causes;
        int activities = structure.activityCount();
        int marketLinks = structure.linkCount() - structure.linkStart(structure.slotCount());
        output = new double[activities][weeks];
        served = new double[structure.marketCount()][weeks];
        received = new double[marketLinks][weeks];
        available = causes ? new double[activities][weeks] : new double[0][];
        bindingSlot = causes ? new int[activities][weeks] : new int[0][];
        firstLoss = new int[activities];
        Arrays.fill(firstLoss, -1);
        capacityShort = new boolean[activities];
        lossWornSlot = new int[activities];
        lossMachines = new double[activities];
        lossWorking = new double[activities];
        lossFulfilment = new double[activities];
    }

    void keep(int week, WeekState state) {
        for (int i = 0; i < baselines.length; i++) {
            double part = state.output[i] / baselines[i];
            output[i][week] = part;
            if (causes) {
                available[i][week] = state.available[i];
                bindingSlot[i][week] = state.bindingSlot[i];
                if (firstLoss[i] < 0 && part < Outcome.LOSS_LEVEL) {
                    firstLoss[i] = week;
                    capacityShort[i] = state.capacity[i] < state.demand.ordered[i];
                    lossFulfilment[i] = state.fulfilment[i];
                    lossWornSlot[i] = state.wornSlot[i];
                    lossMachines[i] = state.machinePark[i] / baselines[i];
                    lossWorking[i] = state.working[i];
                }
            }
        }
        for (int m = 0; m < served.length; m++) {
            served[m][week] = state.served[m];
        }
        for (int k = 0; k < received.length; k++) {
            received[k][week] = state.received[k];
        }
    }

    /** The slot that bound an activity in a week, or −1. */
    int binding(int activity, int week) {
        return causes ? bindingSlot[activity][week] : -1;
    }
}
