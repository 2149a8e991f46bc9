package org.gongkai.cli;

import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gongkai.build.cache.Themes;
import org.gongkai.cli.build.BuildCommand;
import org.gongkai.cli.build.CheckCommand;
import org.gongkai.cli.build.ExplainCommand;
import org.gongkai.cli.hooks.HooksCommand;
import org.gongkai.cli.hooks.HooksInstallCommand;
import org.gongkai.cli.hooks.HooksRunCommand;
import org.gongkai.cli.hooks.PostReceiveCommand;
import org.gongkai.cli.hooks.PreReceiveCommand;
import org.gongkai.cli.print.PrintCommand;
import org.gongkai.cli.process.JavaCommand;
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
import org.gongkai.cli.server.ServeCommand;
import org.gongkai.cli.server.ServerCommand;
import org.gongkai.cli.text.Terminal;
import org.gongkai.cli.write.ImportCommand;
import org.gongkai.cli.write.NewCommand;
import org.gongkai.cli.write.NumberCommand;
import org.gongkai.cli.write.SchemaCommand;
import org.gongkai.cli.write.StripCommand;
import org.gongkai.write.document.FormatReader;
import org.gongkai.write.document.foreign.ForeignEntryReader;
import org.gongkai.write.document.text.PlainTextReader;
import org.gongkai.write.document.web.WebPageReader;
import org.gongkai.write.document.word.WordReader;
import picocli.CommandLine;

/**
 * The commands of the program. They are created on demand: reading the options of all takes longer than some commands.
 */
final class Commands {

    private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

    /** @param themes the templates that the commands of this process share */
    Commands(Terminal terminal, Clock clock, InputStream in, Map<String, String> environment, Themes themes) {
        JavaCommand java = new JavaCommand(Main.class);
        commands.put("build", () -> new BuildCommand(terminal, clock, themes));
        commands.put("check", () -> new CheckCommand(terminal, clock, themes));
        commands.put("publish", () -> new PublishCommand(terminal, clock, themes));
        commands.put("releases", () -> new ReleasesCommand(terminal));
        commands.put("rollback", () -> new RollbackCommand(terminal, clock));
        commands.put("verify", () -> new VerifyCommand(terminal));
        commands.put("prune", () -> new PruneCommand(terminal, clock));
        commands.put("takedown", () -> new TakedownCommand(terminal, clock));
        commands.put(
                "export", () -> new CommandLine(new ExportCommand()).addSubcommand(new ExportBundleCommand(terminal)));
        commands.put("print", () -> new PrintCommand(terminal, clock, environment));
        commands.put("archive", () -> new ArchiveCommand(terminal, clock));
        commands.put("import", () -> new CommandLine(new ImportCommand(terminal, clock, in, documentReaders()))
                .addSubcommand(new ImportBundleCommand(terminal, clock)));
        commands.put("new", () -> new NewCommand(terminal, clock));
        commands.put("number", () -> new NumberCommand(terminal, clock));
        commands.put("strip", () -> new StripCommand(terminal));
        commands.put("register", () -> new RegisterCommand(terminal, clock));
        commands.put("due", () -> new DueCommand(terminal, clock));
        commands.put("explain", () -> new ExplainCommand(terminal));
        commands.put("schema", () -> new SchemaCommand(terminal, clock));
        commands.put("hooks", () -> new CommandLine(new HooksCommand())
                .addSubcommand(new HooksInstallCommand(terminal, java))
                .addSubcommand(new HooksRunCommand(terminal, clock))
                .addSubcommand(new PreReceiveCommand(terminal, clock, in, environment))
                .addSubcommand(new PostReceiveCommand(terminal, clock, in, java)));
        commands.put("desk", () -> new DeskCommand(terminal, clock, documentReaders(), environment));
        commands.put("serve", () -> new ServeCommand(terminal, clock));
        commands.put("server", () -> new ServerCommand(terminal, java));
    }

    /** The readers of documents of other programs. */
    private static List<FormatReader> documentReaders() {
        return List.of(new WebPageReader(), new WordReader(), new PlainTextReader(), new ForeignEntryReader());
    }

    /** The command line for some arguments: only with the command that they begin with, or with all commands. */
    CommandLine of(String[] args) {
        CommandLine line = new CommandLine(new GongkaiCommand());
        if (args.length > 0 && commands.containsKey(args[0])) {
            line.addSubcommand(commands.get(args[0]).get());
        } else {
            commands.values().forEach(command -> line.addSubcommand(command.get()));
        }
        return line;
    }
}
