package org.gongkai.cli.write;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.gongkai.build.read.SiteHeaders;
import org.gongkai.cli.option.CommonOptions;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.cli.text.Terminal;
import org.gongkai.input.entry.schema.KindSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code schema}: prints the JSON Schema with which editors complete and check headers. */
@Command(name = "schema", description = "写出文件头的 JSON Schema，供编辑器补全和检查；站点自己的文种和目录也在里面。")
public final class SchemaCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Clock clock;

    public SchemaCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Mixin
    private SiteOption source;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        SiteHeaders site = SiteHeaders.of(source.ownRoot(), clock);
        terminal.out()
                .println(KindSchema.json(site.kinds(), site.config().catalogue().names())
                        .stripTrailing());
        return 0;
    }
}
