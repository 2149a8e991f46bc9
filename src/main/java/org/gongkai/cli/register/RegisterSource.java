package org.gongkai.cli.register;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.gongkai.cli.option.OutputCheck;
import org.gongkai.cli.option.StateOptions;
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
    private StateOptions state;

    /**
     * Computes all registers.
     *
     * @return empty if the source has errors, which are reported to the terminal
     */
    Optional<RegisterQuery.Result> compute(Terminal terminal, Clock clock, SharedParts shared) throws IOException {
        OutputCheck.refuseSpecial(audience);
        BuildRequest request = state.request();
        try (SiteSource site = SiteSource.open(request)) {
            if (site.isJBake()) {
                throw new WrongUsage("这是 JBake 项目，没有台账：" + request.source());
            }
            RegisterQuery.Result result =
                    new RegisterQuery(clock, shared).run(request.audience(Optional.ofNullable(audience)), site);
            if (!result.errors().isEmpty()) {
                ShownProblems.of(result.errors(), ShownProblems.DEFAULT_LIMIT)
                        .print(terminal, "用 check --all 可以全部列出。", "改好以后才能计算台账。");
                return Optional.empty();
            }
            return Optional.of(result);
        }
    }
}
