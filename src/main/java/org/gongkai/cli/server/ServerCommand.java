package org.gongkai.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.cli.option.ListedSites;
import org.gongkai.cli.option.OutputCheck;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.io.TextResource;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.site.address.Slugs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code server}: prints the configuration of a web server or a timer, with the folders of this machine filled in. */
@Command(
        name = "server",
        parameterListHeading = "%n",
        description = "写出网页服务器或定时任务的配置，路径都已填好：nginx、apache、iis 要 --to，systemd、cron 要 --repo。")
public final class ServerCommand extends ReportingCommand {

    enum Kind {
        nginx,
        apache,
        iis,
        systemd,
        cron
    }

    @Parameters(paramLabel = "nginx|apache|iis|systemd|cron", description = "哪一种配置")
    private Kind kind;

    @Option(names = "--to", paramLabel = "文件夹", description = "已经发布在哪里")
    private Path to;

    @Option(names = "--repo", paramLabel = "仓库", description = "装了钩子的 git 裸仓库")
    private Path repository;

    @Option(
            names = "--port",
            paramLabel = "端口",
            defaultValue = "80",
            description = "网站的端口（默认：80）；有几个公开对象的，从它起按目录的字母顺序依次加 1")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "域名",
            split = ",",
            splitSynopsisLabel = ",",
            defaultValue = "_",
            description = "网站的域名（默认：不限）；几个公开对象各有域名的，写成 目录=域名，用逗号隔开，端口就都是同一个，写在最前面的一个也回答别的域名")
    private List<String> hosts;

    @Mixin
    private ListedSites sites;

    @Override
    protected int run() throws IOException {
        String text =
                switch (kind) {
                    case nginx -> servers("nginx-head", "nginx-server");
                    case apache -> servers("apache", "apache-server");
                    case iis -> filled(text("iis"), Map.of());
                    case systemd -> timer(ServerCommand::forSystemd);
                    case cron -> timer(ServerCommand::forCron);
                };
        done("kind", kind, "text", text);
        terminal.out().print(text);
        return ended(0);
    }

    /** One server for each audience, so that a mistyped path never leads to the pages of another. */
    private String servers(String head, String name) throws IOException {
        if (to == null) {
            throw new WrongUsage("请用 --to 写明已经发布在哪里");
        }
        Path folder = to.toAbsolutePath().normalize();
        // The first one that is named answers to hosts that none has.
        List<String> named =
                hosts.stream().map(host -> host.replaceFirst("=.*", "")).toList();
        List<Store> stores = Store.inUse(folder).stream()
                .sorted(Comparator.comparingInt(
                        store -> named.indexOf(store.folder().getFileName().toString())))
                .toList();
        if (stores.isEmpty()) {
            throw new WrongUsage("这里还没有发布过，不知道有几个公开对象：" + folder);
        }
        OutputCheck.warnIfClosed(stores.get(0).releases(), terminal);
        // Several sites may stand in one configuration, and what they define has one name space.
        String unit = unit(folder);
        StringBuilder text = new StringBuilder(filled(text(head), names(unit)));
        for (int i = 0; i < stores.size(); i++) {
            Path store = stores.get(i).folder();
            if (store.toString().matches(".*[\"$\\\\\n].*")) {
                throw new WrongUsage("文件夹的名字里不能有引号、$ 或反斜线：" + store);
            }
            boolean isByHost = hosts.get(0).contains("=");
            int listened = isByHost ? port : port + i;
            String host = isByHost ? host(store.getFileName().toString()) : hosts.get(0);
            Map<String, String> values = new HashMap<>(names(unit));
            values.putAll(Map.of(
                    "NAME",
                    stores.size() > 1 ? "公开对象：" + store.getFileName() : "网站",
                    "PORT",
                    String.valueOf(listened),
                    // Systems come with a configuration that listens there, and none may do so twice.
                    "LISTEN",
                    (listened == 80 || isByHost && i > 0 ? "# 配置里已经有了：" : "") + "Listen " + listened,
                    // Otherwise the site that the web server had before answers to names that no site has.
                    "DEFAULT",
                    host.equals("_") ? " default_server" : "",
                    "HOST",
                    host.equals("_") && kind == Kind.apache ? "localhost" : host,
                    "ROOT",
                    stores.get(i).current().toString(),
                    "DIRECTORY",
                    store.toString()));
            text.append(filled(text(name), values));
        }
        return text.toString();
    }

    /** The host of the audience with a folder: named, since by their order one would get the pages of another. */
    private String host(String audience) {
        return hosts.stream()
                .filter(named -> named.startsWith(audience + "="))
                .map(named -> named.substring(audience.length() + 1))
                .findFirst()
                .orElseThrow(() -> new WrongUsage("--host 没有写公开对象 " + audience + " 的域名，写成 " + audience + "=域名"));
    }

    /** The name of what belongs to a folder; of two folders with the same name each has its own. */
    private static String unit(Path folder) {
        return "gongkai-" + new Slugs().distinct(folder.toString());
    }

    private static Map<String, String> names(String unit) {
        // The end of the name alone tells folders apart, and nginx refuses names of 50 characters.
        return Map.of(
                "UNIT",
                unit,
                "VARIABLE",
                "gongkai_cache" + unit.substring(unit.lastIndexOf('-')).replace('-', '_'));
    }

    private String timer(UnaryOperator<String> quoted) throws IOException {
        if (repository == null) {
            throw new WrongUsage("请用 --repo 写明装了钩子的仓库");
        }
        Path folder = repository.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new WrongUsage("没有这个仓库：" + folder);
        }
        String command = context.java().installed("hooks", "run", "--repo", folder.toString()).stream()
                .map(word -> word.matches("[\\w./:=+@,-]+") ? word : quoted.apply(word))
                .collect(Collectors.joining(" "));
        String owner = Files.getOwner(folder).getName();
        return filled(
                text(kind.name()),
                Map.of("COMMAND", command, "UNIT", unit(folder), "USER", owner, "WRITABLE", writable(folder)));
    }

    /** What the service writes, as a list of systemd, which expands escapes and specifiers in it, but no variables. */
    private static String writable(Path repository) throws IOException {
        Optional<Path> site = HookSettings.read(repository).map(HookSettings::to);
        // The first publication makes the folder, which systemd would not find before.
        while (site.filter(folder -> folder.getParent() != null && !Files.isDirectory(folder))
                .isPresent()) {
            site = site.map(Path::getParent);
        }
        return Stream.concat(Stream.of(repository), site.stream())
                .map(folder -> forSystemd(folder.toString()).replace("$$", "$"))
                .collect(Collectors.joining(" "));
    }

    /** Quotes a word for systemd, which expands escapes, specifiers ({@code %}) and variables there, too. */
    private static String forSystemd(String word) {
        return "\""
                + word.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("%", "%%")
                        .replace("$", "$$") + "\"";
    }

    /** Quotes a word for cron, which replaces {@code %} by a line feed before the shell reads the command. */
    private static String forCron(String word) {
        return "'" + word.replace("'", "'\\''").replace("%", "\\%") + "'";
    }

    private static String filled(String text, Map<String, String> values) {
        // Resources come from the site itself only; inline code and frames are forbidden. Feeds and search may connect
        // to their own server; forms are submitted nowhere else.
        String filled = text.replace("@CSP@", text("content-security-policy").strip())
                .replace("@SANDBOX@", text("sandbox").strip());
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("@" + value.getKey() + "@", value.getValue());
        }
        return filled;
    }

    private static String text(String name) {
        return TextResource.of(ServerCommand.class, name + ".conf");
    }
}
