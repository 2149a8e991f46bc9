package org.gongkai.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gongkai.cli.hooks.DoctorCommand;
import org.gongkai.cli.hooks.HooksInstallCommand;
import org.gongkai.cli.hooks.HooksRunCommand;
import org.gongkai.cli.hooks.PostReceiveCommand;
import org.gongkai.cli.hooks.PreReceiveCommand;
import org.gongkai.cli.option.ProgramCommand;
import org.gongkai.cli.option.ProgramCommand.CommandContext;
import org.gongkai.cli.option.ProgramRevision;
import org.gongkai.cli.pipeline.BuildCommand;
import org.gongkai.cli.pipeline.CheckCommand;
import org.gongkai.cli.pipeline.CleanCommand;
import org.gongkai.cli.pipeline.ContradictionsCommand;
import org.gongkai.cli.pipeline.ExplainCommand;
import org.gongkai.cli.portal.CollectCommand;
import org.gongkai.cli.portal.MergeCommand;
import org.gongkai.cli.portal.PortalPublishCommand;
import org.gongkai.cli.print.ExportEntryCommand;
import org.gongkai.cli.print.PrintCommand;
import org.gongkai.cli.register.DueCommand;
import org.gongkai.cli.register.RegisterCommand;
import org.gongkai.cli.release.ArchiveCommand;
import org.gongkai.cli.release.ExportBundleCommand;
import org.gongkai.cli.release.ImportBundleCommand;
import org.gongkai.cli.release.PruneCommand;
import org.gongkai.cli.release.PublishCommand;
import org.gongkai.cli.release.ReleasesCommand;
import org.gongkai.cli.release.RollbackCommand;
import org.gongkai.cli.release.TakedownCommand;
import org.gongkai.cli.release.VerifyCommand;
import org.gongkai.cli.server.DeskCommand;
import org.gongkai.cli.server.HelpCommand;
import org.gongkai.cli.server.ServeCommand;
import org.gongkai.cli.server.ServerCommand;
import org.gongkai.cli.write.FiguresCommand;
import org.gongkai.cli.write.ImportCommand;
import org.gongkai.cli.write.InitCommand;
import org.gongkai.cli.write.NewCommand;
import org.gongkai.cli.write.NumberCommand;
import org.gongkai.cli.write.SchemaCommand;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The commands of the program. They are created on demand: reading the options of all takes longer than some commands.
 */
record Commands(CommandContext context) {

    /**
     * What makes each command, in the order in which help lists them. A method reference would load the class of the
     * command at once.
     */
    private static final Map<String, Supplier<Object>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("init", () -> new InitCommand());
        ALL.put("build", () -> new BuildCommand());
        ALL.put("check", () -> new CheckCommand());
        ALL.put("clean", () -> new CleanCommand());
        ALL.put("contradictions", () -> new ContradictionsCommand());
        ALL.put("publish", () -> new PublishCommand());
        ALL.put("releases", () -> new ReleasesCommand());
        ALL.put("rollback", () -> new RollbackCommand());
        ALL.put("verify", () -> new VerifyCommand());
        ALL.put("prune", () -> new PruneCommand());
        ALL.put("takedown", () -> new TakedownCommand());
        ALL.put("export", () -> CommandGroup.of("export", "把发布过的内容、条目写成可以带走的文件。", "没有写要导出什么")
                .addSubcommand(new ExportBundleCommand())
                .addSubcommand(new ExportEntryCommand.Word())
                .addSubcommand(new ExportEntryCommand.Web()));
        ALL.put("portal", () -> CommandGroup.of("portal", "门户：把清单里各站点已经发布的内容汇总成一个网站。", "没有写命令：collect、merge 或 publish")
                .addSubcommand(new CollectCommand())
                .addSubcommand(new MergeCommand())
                .addSubcommand(new PortalPublishCommand()));
        ALL.put("print", () -> new PrintCommand());
        ALL.put("archive", () -> new ArchiveCommand());
        ALL.put("import", () -> new CommandLine(new ImportCommand()).addSubcommand(new ImportBundleCommand()));
        ALL.put("new", () -> new NewCommand());
        ALL.put("number", () -> new NumberCommand());
        ALL.put("register", () -> new RegisterCommand());
        ALL.put("figures", () -> new FiguresCommand());
        ALL.put("due", () -> new DueCommand());
        ALL.put("explain", () -> new ExplainCommand());
        ALL.put("schema", () -> new SchemaCommand());
        ALL.put("hooks", () -> CommandGroup.of(
                        "hooks", "推送即发布：给服务器上的 git 裸仓库装上钩子，推送时先检查，收下以后自动发布。", "没有写命令：install 或 run")
                .addSubcommand(new HooksInstallCommand())
                .addSubcommand(new HooksRunCommand())
                .addSubcommand(new PreReceiveCommand())
                .addSubcommand(new PostReceiveCommand()));
        ALL.put("doctor", () -> new DoctorCommand());
        ALL.put("desk", () -> new DeskCommand());
        ALL.put("serve", () -> new ServeCommand());
        ALL.put("server", () -> new ServerCommand());
        ALL.put("help", () -> new HelpCommand());
    }

    /** The command line for some arguments: only with the command that they begin with, or with all commands. */
    CommandLine of(String[] args) {
        CommandLine line = new CommandLine(new GongkaiCommand());
        boolean isNamed = args.length > 0 && ALL.containsKey(args[0]);
        Collection<Supplier<Object>> wanted = isNamed ? List.of(ALL.get(args[0])) : ALL.values();
        wanted.forEach(command -> line.addSubcommand(command.get()));
        if (!isNamed) {
            // For the package, whose shell completes what is typed.
            CommandLine completion = new CommandLine(new GenerateCompletion());
            completion.getCommandSpec().usageMessage().hidden(true);
            line.addSubcommand(completion);
        }
        prepare(line);
        return line;
    }

    private void prepare(CommandLine line) {
        if (line.getCommand() instanceof ProgramCommand command) {
            command.in(context);
        }
        line.getSubcommands().values().forEach(this::prepare);
    }

    /** The parent of all commands. */
    @Command(
            name = "gongkai",
            versionProvider = ProgramRevision.Provider.class,
            synopsisSubcommandLabel = "命令",
            synopsisHeading = "用法：",
            optionListHeading = "%n选项：%n",
            commandListHeading = "%n命令：%n",
            descriptionHeading = "%n",
            description = "把党支部的条目（Markdown 或 AsciiDoc）生成党务公开网站。",
            footer = "%n退出状态：0 完成（可有警告）；1 发现错误，站点没有改动；2 用法不对；3 环境出错（磁盘满、没有权限等）。%n各命令的选项：gongkai 命令 --help")
    private static final class GongkaiCommand implements Runnable {

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "显示这份说明")
        private boolean help;

        @Option(
                names = {"-V", "--version"},
                versionHelp = true,
                description = "显示版本")
        private boolean version;

        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "没有写命令");
        }
    }

    /** The parent of commands, which does nothing by itself. */
    @Command(synopsisSubcommandLabel = "命令")
    private static final class CommandGroup extends ProgramCommand {

        private final String missing;

        @Spec
        private CommandSpec spec;

        private CommandGroup(String missing) {
            this.missing = missing;
        }

        /**
         * Returns a command line without its subcommands.
         *
         * @param missing what is said if none of them is named, without the full stop
         */
        static CommandLine of(String name, String description, String missing) {
            CommandLine line = new CommandLine(new CommandGroup(missing)).setCommandName(name);
            line.getCommandSpec().usageMessage().description(description);
            return line;
        }

        @Override
        public Integer call() {
            throw new ParameterException(spec.commandLine(), missing);
        }
    }
}
