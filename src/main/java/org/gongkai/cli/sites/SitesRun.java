package org.gongkai.cli.sites;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkai.cli.option.ListedSites;
import org.gongkai.cli.option.ProgramCommand;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.Terminal;
import org.gongkai.io.Json;
import org.gongkai.publish.SiteList;
import org.gongkai.publish.SiteList.ListedSite;
import org.gongkai.publish.release.ledger.Store;

/**
 * Runs a command for each site of a list. A site that fails stops no other; what each prints stands together, in the
 * order of the list.
 *
 * @param terminal what it prints to
 * @param run runs one command in this process
 */
public record SitesRun(Terminal terminal, Run run) {

    /** The option that names a list of sites. */
    public static final String OPTION = SitesArguments.LIST;

    /** Runs a command; returns its exit status. */
    public interface Run {
        int of(String[] args, PrintStream out, PrintStream err);
    }

    /** What a run printed. */
    private record Printed(int status, String out, String err) {}

    /**
     * Runs the command that the arguments name for the sites of their list.
     *
     * @return the exit status; empty if the arguments name no list
     * @throws WrongUsage if they name one and are wrong
     */
    public Optional<Integer> all(String[] args) throws IOException {
        Optional<SitesArguments> arguments = SitesArguments.of(args);
        return arguments.isPresent() ? Optional.of(all(arguments.get())) : Optional.empty();
    }

    private int all(SitesArguments arguments) throws IOException {
        Optional<SiteList> list = ListFile.read(arguments.list(), terminal);
        return list.isPresent()
                ? run(
                        arguments,
                        ListFile.wanted(list.get(), arguments.codes(), arguments.shard()),
                        list.get().shared())
                : 1;
    }

    private int run(SitesArguments arguments, List<ListedSite> sites, Optional<Path> shared) throws IOException {
        boolean isJson = String.join(" ", arguments.rest()).matches(".*(--format[= ]json|--json).*");
        List<String> each = own(arguments);
        int port = arguments.port();
        ExecutorService pool = Executors.newFixedThreadPool(arguments.jobs());
        try {
            List<Future<Printed>> running = new ArrayList<>();
            for (ListedSite site : sites) {
                List<String> words = new ArrayList<>(arguments.command().words());
                words.addAll(each);
                words.addAll(arguments.command().arguments(site, shared));
                if (port > 0) {
                    words.addAll(List.of("--port", String.valueOf(port)));
                    port += Math.max(1, Store.inUse(site.to().orElseThrow()).size());
                }
                running.add(pool.submit(() -> printed(words)));
            }
            boolean isQuiet = each.contains(ProgramCommand.QUIET) || each.contains(ListedSites.ONE);
            return report(sites, running, isJson, isQuiet);
        } finally {
            pool.shutdownNow();
        }
    }

    /** What each run gets: where several sites are made at once, each is made by one thread. */
    private static List<String> own(SitesArguments arguments) {
        List<String> words = new ArrayList<>(arguments.rest());
        boolean takesJobs = arguments.command() == SitesArguments.Command.PUBLISH
                || arguments.command() == SitesArguments.Command.CHECK;
        if (takesJobs) {
            int cores = Runtime.getRuntime().availableProcessors();
            words.addAll(List.of("--jobs", String.valueOf(Math.max(1, cores / arguments.jobs()))));
        }
        if (arguments.command() == SitesArguments.Command.PUBLISH) {
            words.add(ListedSites.ONE);
        }
        return words;
    }

    private Printed printed(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = run.of(words.toArray(String[]::new), stream(out), stream(err));
        return new Printed(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private int report(List<ListedSite> sites, List<Future<Printed>> running, boolean isJson, boolean isQuiet)
            throws IOException {
        List<String> failed = new ArrayList<>();
        List<Object> results = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            ListedSite site = sites.get(i);
            Printed printed = result(running.get(i));
            String heading = "【" + site.name() + " " + site.code() + "】（" + (i + 1) + "/" + sites.size() + "）";
            if (printed.status() != 0) {
                failed.add(site.name() + "（" + site.code() + "）");
            }
            if (isJson) {
                results.add(Json.fields(
                        "code", site.code(), "status", printed.status(), "result", Json.value(printed.out())));
            } else if (!isQuiet || !printed.out().isEmpty()) {
                terminal.out().print(heading + (printed.out().lines().count() == 1 ? " " : "\n") + printed.out());
            }
            if (!printed.err().isBlank()) {
                terminal.note(heading);
                terminal.err().print(printed.err());
            }
        }
        if (isJson) {
            terminal.print(Json.of(results));
        }
        terminal.out().flush();
        terminal.note(sites.size() + " 个站点，" + (sites.size() - failed.size()) + " 个完成"
                + (failed.isEmpty() ? "。" : "，" + failed.size() + " 个没有：" + String.join("、", failed) + "。"));
        return failed.isEmpty() ? 0 : 1;
    }

    private static Printed result(Future<Printed> running) throws IOException {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
