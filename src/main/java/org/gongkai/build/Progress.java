package org.gongkai.build;

/** Is told how far a build is. Called from many threads. */
@FunctionalInterface
public interface Progress {

    /**
     * One more piece of a step is done.
     *
     * @param step name of the step, in Chinese
     * @param total pieces of the step
     */
    void advanced(String step, int total);
}
