package io.chokepoint.bench;

/**
 * A published program's time for what a benchmark does, from the table {@code peers.csv}.
 *
 * @param threads with how many threads, as a text; empty where the program takes what it takes
 * @param milliseconds mean of a run
 */
record Peer(String benchmark, int firms, String threads, String program, double milliseconds) {

    boolean isOf(String ours, String ourThreads) {
        return benchmark.equals(ours) && (threads.isEmpty() || threads.equals(ourThreads));
    }
}
