package org.gongkai.cli.option;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option that says how many things are done at once. */
@Command
public final class JobsOption {

    @Option(
            names = "--jobs",
            paramLabel = "数",
            converter = OptionConverters.Jobs.class,
            description = "同时做几件事（默认：处理器的核数）")
    private int count = Runtime.getRuntime().availableProcessors();

    public int count() {
        return count;
    }
}
