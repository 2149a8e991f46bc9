import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.cli.Main;
import org.gongkai.feature.Features;
import org.gongkai.markup.asciidoc.AsciiDocEngines;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.cache.UserCaches;

/**
 * Adds all commands to the page for man, each with what its help says.
 *
 * <p>Arguments: the page without them, and where it is written with them.
 */
class ManPage {

    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+) ");

    public static void main(String[] args) throws Exception {
        StringBuilder commands = new StringBuilder(".SH COMMANDS\n");
        add(commands, List.of());
        String page = Files.readString(Path.of(args[0]));
        Files.writeString(Path.of(args[1]), page.replace(".SH EXIT STATUS\n", commands + ".SH EXIT STATUS\n"));
    }

    /** Adds a command and those below it. */
    private static void add(StringBuilder page, List<String> names) {
        String help = help(names);
        if (!names.isEmpty()) {
            page.append(".SS gongkai ").append(String.join(" ", names)).append("\n.nf\n");
            help.strip().lines().forEach(line -> page.append("\\&").append(line.replace("\\", "\\e").replace("-", "\\-")).append('\n'));
            page.append(".fi\n");
        }
        int below = help.indexOf("\n命令：\n");
        if (below >= 0) {
            COMMAND.matcher(help.substring(below)).results().forEach(command -> {
                List<String> more = new ArrayList<>(names);
                more.add(command.group(1));
                add(page, more);
            });
        }
    }

    private static String help(List<String> names) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] args = Stream.concat(names.stream(), Stream.of("--help")).toArray(String[]::new);
        SharedParts parts = Features.parts(new AsciiDocEngines(), UserCaches.NONE);
        if (Main.run(args, InputStream.nullInputStream(), Map.of(), out, System.err, Clock.systemUTC(), parts) != 0) {
            throw new IllegalStateException("no help of " + names);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
