package org.gongkai.cli.option;

import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gongkai.cli.process.JavaCommand;
import org.gongkai.cli.text.Terminal;
import org.gongkai.pipeline.SharedParts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A command with the options of every command, which its help lists last, and the layout of its help. */
@Command(
        versionProvider = ProgramRevision.Provider.class,
        sortOptions = false,
        synopsisHeading = "用法：",
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        commandListHeading = "%n命令：%n",
        descriptionHeading = "%n")
public abstract class ProgramCommand implements Callable<Integer> {

    protected CommandContext context;
    protected Terminal terminal;
    protected Clock clock;

    /** The option that {@code Invocation} looks for before it runs a command. */
    public static final String QUIET = "--quiet";

    @Option(names = QUIET, order = 0, description = "做成了就什么也不写，没有做成才写；给定时任务用")
    private boolean quiet;

    @Option(names = "--debug", order = 1, description = "出错时显示程序的内部信息")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            order = 2,
            usageHelp = true,
            description = "显示这份说明")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            order = 3,
            versionHelp = true,
            description = "显示版本")
    private boolean version;

    /** Gives the command what it works with, before it is called; picocli sets its options. */
    public final ProgramCommand in(CommandContext given) {
        context = given;
        terminal = given.terminal();
        clock = given.clock();
        return this;
    }

    /**
     * What a command works with.
     *
     * @param terminal what it prints to
     * @param clock provides the current date, and measures how long a command takes
     * @param in the input of the process: the lines of git for a hook, answers of a person
     * @param environment the environment of the process
     * @param shared what all builds of this process share
     * @param java starts this program
     */
    public record CommandContext(
            Terminal terminal,
            Clock clock,
            InputStream in,
            Map<String, String> environment,
            SharedParts shared,
            JavaCommand java) {}
}
