package io.chokepoint.study;

/** What a forecast says of an observation's subject, week by week. */
interface Course {
    /** As a part of baseline; of a market, the served part of its demand. */
    double[] output(ObservedSubject subject);

    /** The price where nobody foresees, as a multiple of the baseline price; NaN where nothing is made. */
    double[] price(ObservedSubject subject);

    /** The price where everybody foresees, the same. */
    double[] foreseen(ObservedSubject subject);

    /** What leaves the subject's makers for its customers, as a part of the same in the baseline. */
    double[] exports(ObservedSubject subject);
}
