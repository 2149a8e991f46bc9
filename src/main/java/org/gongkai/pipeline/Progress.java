package org.gongkai.pipeline;

/** Receives the progress of a build. Called from multiple threads. */
@FunctionalInterface
public interface Progress {

    /**
     * Called when one more unit of a step is complete.
     *
     * @param step name of the step, in Chinese
     * @param total number of units of the step
     */
    void advanced(String step, int total);
}
