package org.gongkai.cli.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.gongkai.cache.CacheHome;
import org.gongkai.cli.option.ProgramCommand;
import org.gongkai.cli.option.ProgramRevision;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.history.git.work.GitEnvironment;
import org.gongkai.io.AtomicFile;
import org.gongkai.manual.Manual;
import org.gongkai.write.desk.Desk;
import org.gongkai.write.desk.SiteSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desk}: a place to write entries, in a browser of this machine. */
@Command(name = "desk", description = "打开工作台：在本机的浏览器里写条目、看预览、改问题，发布。只有本机能打开；按 Ctrl+C 结束。")
public final class DeskCommand extends ProgramCommand {

    private static final String OPENED = "工作台已打开，浏览器没有自己打开的话，请打开这个地址（按 Ctrl+C 结束）：";

    @Mixin
    private SiteOption source;

    @Mixin
    private PortOption port;

    @Option(names = "--no-browser", description = "不自动打开浏览器，只写出地址")
    private boolean quiet;

    @Option(names = "--trust-repository", description = "文件夹自己的 git 设置里能运行程序的（钩子、过滤器等）也照用；只用于自己或者管理员设的")
    private boolean trusting;

    @Override
    public Integer call() throws IOException, InterruptedException {
        port.value(); // Refused before a site is asked for, which takes its user some minutes.
        CacheHome cache = CacheHome.of(context.environment());
        LastSite last = new LastSite(cache.folder());
        Optional<Path> siteless = source.folderWithoutSite();
        if (siteless.isEmpty()) {
            return open(source.rootForNewEntries(), cache, desk -> show(OPENED, desk.address()));
        }
        // Opened on a desktop, in whatever folder that is.
        Optional<Path> before = source.isDefault() ? last.read() : Optional.empty();
        if (before.isPresent()) {
            return open(before.get(), cache, desk -> show(OPENED, desk.address()));
        }
        Path home = Path.of(context.environment().getOrDefault("HOME", System.getProperty("user.home")));
        Path proposed = source.isDefault() ? home.resolve("党务公开") : siteless.get();
        try (SiteSetup setup = new SiteSetup(proposed, home, clock)) {
            show("这里还没有站点：" + siteless.get() + "。浏览器没有自己打开的话，请打开这个地址新建（按 Ctrl+C 结束）：", setup.address());
            Path root = setup.root();
            last.write(root);
            return open(root, cache, setup::leadTo);
        }
    }

    /**
     * Keeps a desk open until the program ends.
     *
     * @param opened is told of the desk as soon as it is open
     */
    private int open(Path root, CacheHome cache, Consumer<Desk> opened) throws IOException, InterruptedException {
        GitEnvironment known = GitEnvironment.of(context.environment());
        GitEnvironment git = trusting ? known.trusting() : known;
        CountDownLatch end = new CountDownLatch(1);
        try (Desk desk = Desk.open(
                source.request(root),
                port.value(),
                ProgramRevision.ofProgram().number(),
                git,
                clock,
                context.shared(),
                new Manual(ProgramRevision.ofProgram().number(), clock, context.shared(), cache))) {
            Thread closing = new Thread(() -> close(desk), "closing of the desk");
            Runtime.getRuntime().addShutdownHook(closing);
            opened.accept(desk);
            if (desk.isShared()) {
                terminal.print("这个文件夹已经开着另一个工作台。两边都可以写；同一条两边都改了，后保存的会看到两边的写法，由您选。");
                terminal.out().flush();
            }
            end.await();
        }
        return 0;
    }

    private void show(String text, String address) {
        terminal.print(text + address);
        terminal.out().flush();
        if (terminal.interactive() && !quiet) {
            new BrowserOpener(System.getProperty("os.name"), context.environment()).open(address);
        }
    }

    private static void close(Desk desk) {
        try {
            desk.close();
        } catch (IOException e) {
            // The program ends anyway; what is left are temporary files.
        }
    }

    /**
     * The site that the desk has made last, for who opens the program on a desktop: it starts in no folder of theirs.
     *
     * @param folder where the program keeps what it knows of its user
     */
    record LastSite(Path folder) {

        private static final String NAME = "last-site";

        /** The root of the site; empty if there is none any more. */
        Optional<Path> read() {
            try {
                Path root = Path.of(Files.readString(folder.resolve(NAME), StandardCharsets.UTF_8)
                        .strip());
                return Files.isDirectory(root.resolve("content")) ? Optional.of(root) : Optional.empty();
            } catch (IOException | InvalidPathException e) {
                return Optional.empty();
            }
        }

        /** Remembers a site, where that is possible. */
        void write(Path root) {
            try {
                Files.createDirectories(folder);
                AtomicFile.put(folder.resolve(NAME), root + "\n");
            } catch (IOException e) {
                // The next start asks again.
            }
        }
    }

    /** The port on which a command serves the browsers of this machine. */
    static final class PortOption {

        private static final int LAST = 65_535;

        @Option(names = "--port", paramLabel = "端口", description = "用这个端口（默认：从 8180 起第一个空闲的）")
        private Integer port;

        /**
         * Returns the port; empty for the first free one.
         *
         * @throws WrongUsage if there is no such port
         */
        OptionalInt value() {
            if (port != null && (port < 0 || port > LAST)) {
                throw new WrongUsage("端口要在 0 到 " + LAST + " 之间：" + port);
            }
            return port == null ? OptionalInt.empty() : OptionalInt.of(port);
        }
    }
}
