package org.gongkai.cli.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.io.IOUtils;
import org.gongkai.cli.option.ProgramCommand;
import org.gongkai.cli.option.ProgramRevision;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.server.DeskCommand.PortOption;
import org.gongkai.cli.text.ShownProblems;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.preview.LiveState;
import org.gongkai.preview.Preview;
import org.gongkai.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: shows a site in the browser of this machine while it is being written. */
@Command(name = "serve", description = "在本机的浏览器里预览站点，改动文件后页面自动更新，问题标在出错的那一段，也列在这里。只有本机能打开，什么也不写。按 Ctrl-C 结束。")
public final class ServeCommand extends ProgramCommand {

    @Mixin
    private SiteOption source;

    @Mixin
    private PortOption port;

    @Option(names = "--drafts", description = "连同草稿和未到发布日期的条目，都有标记")
    private boolean drafts;

    @Option(names = "--rev", paramLabel = "提交", description = "预览 git 仓库里的这个提交或分支，不看文件夹里的改动；分支有了新的提交会自动更新，裸仓库也可以")
    private String revision;

    @Option(names = "--audience", paramLabel = "名称", description = "预览这个公开对象的站点（默认：站点设置里的第一个）")
    private String audience;

    private List<Problem> printed = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        OptionalInt wanted = port.value();
        Path root = source.root(revision);
        BuildRequest request = source.request(root)
                .revision(Optional.ofNullable(revision))
                .audience(Optional.ofNullable(audience))
                .drafts(drafts);
        try (SiteSource site = SiteSource.open(request)) {
            if (site.isJBake()) {
                throw new WrongUsage("这是 JBake 项目，没有预览；改动以后运行 build，在浏览器里打开 target/site/index.html：" + root);
            }
        }
        Preview preview = Preview.start(
                request, wanted, ProgramRevision.ofProgram().number(), clock, context.shared(), this::printProblems);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> IOUtils.closeQuietly(preview)));
        terminal.print("预览：" + preview.address() + " （只有本机能打开；按 Ctrl-C 结束）");
        terminal.out().flush();
        Thread.currentThread().join();
        return 0;
    }

    /** Prints the problems that were not there at the last check. */
    private synchronized void printProblems(LiveState state) {
        if (!state.isChecked() || state.problems().equals(printed)) {
            return;
        }
        List<Problem> added = state.problems().stream()
                .filter(problem -> !printed.contains(problem))
                .toList();
        ShownProblems some = ShownProblems.of(added, ShownProblems.DEFAULT_LIMIT);
        some.shown().forEach(problem -> terminal.note(terminal.style().problem(problem)));
        long errors = state.problems().stream().filter(Problem::isError).count();
        terminal.note("现在有 " + errors + " 个错误，" + (state.problems().size() - errors) + " 个警告"
                + (some.omitted() > 0 ? "；上面少列了 " + some.omitted() + " 个，都在预览网页的“全站的问题”里。" : "。"));
        printed = state.problems();
    }
}
