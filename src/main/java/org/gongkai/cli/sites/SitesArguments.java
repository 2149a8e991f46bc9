package org.gongkai.cli.sites;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.sites.ListFile.Shard;
import org.gongkai.publish.SiteList.ListedSite;

/**
 * The arguments of a command that acts on the sites of a list.
 *
 * @param list the file
 * @param codes the codes of sites and of units whose sites are wanted; empty for all
 * @param shard which of how many parts of the list; empty for all
 * @param jobs how many sites at once
 * @param port the first port of web servers, of which each site takes one for each audience; 0 for other commands
 * @param command the command
 * @param rest the other arguments, which each run gets
 */
record SitesArguments(
        Path list, List<String> codes, Optional<Shard> shard, int jobs, int port, Command command, List<String> rest) {

    static final String LIST = "--sites";
    private static final String SITE = "--site";
    private static final String SHARD = "--shard";
    private static final String JOBS = "--jobs";
    private static final String PORT = "--port";

    /** Its commands have such options of their own. */
    private static final String PORTAL = "portal";

    private static final int HTTP = 80;
    private static final int MOST_JOBS = 999;
    private static final int MOST_PORTS = 65_535;

    /** A command that can act on many sites, by its words. */
    enum Command {
        CHECK("check"),
        PUBLISH("publish"),
        VERIFY("verify"),
        DUE("due"),
        DOCTOR("doctor"),
        ARCHIVE("archive"),
        HOOKS_INSTALL("hooks", "install"),
        NGINX("server", "nginx"),
        APACHE("server", "apache"),
        SYSTEMD("server", "systemd"),
        CRON("server", "cron");

        private final List<String> words;

        Command(String... words) {
            this.words = List.of(words);
        }

        /** The arguments that name a site and what it shares with the others. */
        List<String> arguments(ListedSite site, Optional<Path> shared) {
            Path from = site.source().orElseThrow();
            boolean isRepository = Files.isRegularFile(from.resolve("HEAD")) && Files.isDirectory(from.resolve("refs"));
            String to = site.to().orElseThrow().toString();
            List<String> source = new ArrayList<>(List.of("-s", from.toString()));
            if (isRepository) {
                source.addAll(List.of("--rev", "HEAD"));
            }
            List<String> all = new ArrayList<>();
            switch (this) {
                case CHECK, DUE -> all.addAll(source);
                case PUBLISH -> {
                    all.addAll(source);
                    all.addAll(List.of("--to", to));
                }
                case ARCHIVE -> {
                    all.addAll(source);
                    all.addAll(List.of("-o", site.code() + ".zip"));
                }
                case VERIFY -> all.add(to);
                case DOCTOR -> {
                    all.addAll(List.of("--to", to));
                    if (isRepository) {
                        all.addAll(List.of("--repo", from.toString()));
                    }
                }
                case HOOKS_INSTALL -> all.addAll(List.of("--repo", from.toString(), "--to", to));
                case NGINX, APACHE -> all.addAll(List.of("--to", to));
                case SYSTEMD, CRON -> all.addAll(List.of("--repo", from.toString()));
            }
            if (this == PUBLISH || this == HOOKS_INSTALL) {
                site.key().ifPresent(key -> all.addAll(List.of("--key", key.toString())));
            }
            if (this == HOOKS_INSTALL || all.contains("-s") || this == DOCTOR && isRepository) {
                shared.ifPresent(folder -> all.addAll(List.of("--shared", folder.toString())));
            }
            return all;
        }

        /** The words that a run begins with. */
        List<String> words() {
            return words;
        }
    }

    /**
     * Reads arguments.
     *
     * @return empty if they name no list
     * @throws WrongUsage if they name one and are wrong
     */
    static Optional<SitesArguments> of(String[] args) {
        if (args.length > 0 && args[0].equals(PORTAL)
                || Arrays.stream(args).noneMatch(arg -> arg.equals(LIST) || arg.startsWith(LIST + "="))) {
            return Optional.empty();
        }
        List<String> rest = new ArrayList<>();
        List<String> lists = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        List<String> shards = new ArrayList<>();
        List<String> jobs = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            String name = args[i].replaceFirst("=.*", "");
            List<String> values =
                    switch (name) {
                        case LIST -> lists;
                        case SITE -> codes;
                        case SHARD -> shards;
                        case JOBS -> jobs;
                        case PORT -> ports;
                        default -> null;
                    };
            if (values == null) {
                rest.add(args[i]);
            } else if (args[i].length() > name.length()) {
                values.addAll(Arrays.asList(args[i].substring(name.length() + 1).split(",")));
            } else {
                int before = i;
                while (i + 1 < args.length && !args[i + 1].startsWith("-") && (name.equals(SITE) || i == before)) {
                    values.addAll(Arrays.asList(args[++i].split(",")));
                }
            }
        }
        Command command = Arrays.stream(Command.values())
                .filter(known -> rest.size() >= known.words().size()
                        && rest.subList(0, known.words().size()).equals(known.words()))
                .findFirst()
                .orElseThrow(() -> new WrongUsage(
                        "这个命令不能用 --sites；能用的有 check、publish、verify、due、doctor、archive、hooks install、server"));
        return Optional.of(new SitesArguments(
                list(lists),
                codes,
                shards.isEmpty() ? Optional.empty() : Optional.of(Shard.parse(shards.get(0))),
                jobs.isEmpty() ? Runtime.getRuntime().availableProcessors() : number(JOBS, jobs.get(0), MOST_JOBS),
                command == Command.NGINX || command == Command.APACHE
                        ? ports.isEmpty() ? HTTP : number(PORT, ports.get(0), MOST_PORTS)
                        : 0,
                command,
                rest.subList(command.words().size(), rest.size())));
    }

    private static Path list(List<String> typed) {
        try {
            if (typed.size() == 1) {
                return Path.of(typed.get(0));
            }
        } catch (InvalidPathException e) {
            throw new WrongUsage("不是文件名：" + typed.get(0));
        }
        throw new WrongUsage("请用 --sites 写明一个站点清单，如 --sites sites.yml");
    }

    private static int number(String name, String typed, int most) {
        if (typed.matches("[1-9][0-9]{0,4}") && Integer.parseInt(typed) <= most) {
            return Integer.parseInt(typed);
        }
        throw new WrongUsage(name + " 写1到" + most + "的数，不能是“" + typed + "”");
    }
}
