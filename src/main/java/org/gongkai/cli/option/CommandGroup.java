package org.gongkai.cli.option;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The parent of commands, which does nothing by itself. */
@Command(synopsisSubcommandLabel = "命令")
public final class CommandGroup extends ProgramCommand {

    private final String missing;

    @Spec
    private CommandSpec spec;

    private CommandGroup(CommandContext context, String missing) {
        super(context);
        this.missing = missing;
    }

    /**
     * Returns a command line without its subcommands.
     *
     * @param missing what is said if none of them is named, without the full stop
     */
    public static CommandLine of(CommandContext context, String name, String description, String missing) {
        CommandLine line = new CommandLine(new CommandGroup(context, missing)).setCommandName(name);
        line.getCommandSpec().usageMessage().description(description);
        return line;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), missing);
    }
}
