package org.gongkai.cli.register;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.cli.option.OptionConverters;
import org.gongkai.cli.option.OutputCheck;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.ShownProblems;
import org.gongkai.cli.text.Terminal;
import org.gongkai.feature.register.RegisterQuery;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.read.SiteSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say of which site, audience and day registers are computed. */
final class RegisterSource {

    @Option(names = "--audience", paramLabel = "名称", description = "只算这个公开对象看得到的条目（默认：站点设置里的第一个）")
    private String audience;

    @Mixin
    private SiteOption source;

    @Option(
            names = "--as-of",
            paramLabel = "年-月-日",
            converter = OptionConverters.Day.class,
            description = "按这一天的日期计算（默认：今天）")
    private LocalDate asOf;

    @Option(names = "--rev", paramLabel = "提交", description = "按 git 仓库里的这个提交计算，不看文件夹里的改动；裸仓库也可以")
    private String revision;

    /**
     * Computes all registers.
     *
     * @return empty if the source has errors, which are reported to the terminal
     */
    Optional<RegisterQuery.Result> compute(Terminal terminal, Clock clock, SharedParts shared) throws IOException {
        OutputCheck.refuseSpecial(audience);
        Path root = revision == null ? source.ownRoot() : source.root(revision);
        BuildRequest request = source.request(root).revision(Optional.ofNullable(revision));
        try (SiteSource site = SiteSource.open(request)) {
            if (site.isJBake()) {
                throw new WrongUsage("这是 JBake 项目，没有台账：" + root);
            }
            RegisterQuery.Result result = new RegisterQuery(clock, shared)
                    .run(request.asOf(Optional.ofNullable(asOf)).audience(Optional.ofNullable(audience)), site);
            if (!result.errors().isEmpty()) {
                ShownProblems.of(result.errors(), ShownProblems.DEFAULT_LIMIT)
                        .print(terminal, "用 check --all 可以全部列出。", "改好以后才能计算台账。");
                return Optional.empty();
            }
            return Optional.of(result);
        }
    }
}
