package org.gongkai.cli.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.cli.option.ListedSites;
import org.gongkai.cli.option.ProgramRevision;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.SiteOption.SharedOption;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.publish.RepositoryDoctor;
import org.gongkai.publish.StoreDoctor;
import org.gongkai.publish.StoreDoctor.Diagnosis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}: looks at a server and says what to do. */
@Command(
        name = "doctor",
        description = "检查发布用的服务器：当前批次、到期、主人和权限、磁盘、时钟；写了 --repo 的，还有钩子、签名和上次发布。说明要处理什么、怎么处理；有要处理的，退出码是 1。")
public final class DoctorCommand extends ReportingCommand {

    @Option(names = "--to", required = true, paramLabel = "文件夹", description = "发布到哪里")
    private Path to;

    @Option(names = "--repo", paramLabel = "仓库", description = "装了钩子的 git 裸仓库")
    private Path repository;

    @Option(names = "--status", paramLabel = "文件", description = "同时把结果写成 JSON，如 status.json，供监控程序读")
    private Path status;

    @Mixin
    private SharedOption shared;

    @Mixin
    private ListedSites sites;

    @Override
    protected int run() throws IOException {
        Path folder = to.toAbsolutePath().normalize();
        List<Diagnosis> diagnoses = new ArrayList<>();
        diagnoses.add(Diagnosis.fine(
                "程序", ProgramRevision.ofProgram().line() + "，Java " + System.getProperty("java.version")));
        diagnoses.addAll(new StoreDoctor(folder, clock).diagnoses());
        if (repository != null) {
            diagnoses.addAll(
                    new RepositoryDoctor(repository.toAbsolutePath().normalize(), folder, shared.folder()).diagnoses());
        }
        boolean isFine = diagnoses.stream().allMatch(Diagnosis::isFine);
        result(fields(isFine, diagnoses));
        diagnoses.forEach(diagnosis -> terminal.print((diagnosis.isFine() ? "正常" : "要处理") + "　" + diagnosis.subject()
                + "：" + diagnosis.text() + (diagnosis.remedy().isEmpty() ? "" : "；" + diagnosis.remedy())));
        if (status != null) {
            // Another user watches over the machine.
            Path file = status.toAbsolutePath();
            AtomicFile.put(
                    file,
                    AtomicFile.readableTemporary(file),
                    temporary -> Files.writeString(temporary, Json.of(fields(isFine, diagnoses)) + "\n"));
        }
        return isFine ? 0 : 1;
    }

    private Map<String, Object> fields(boolean isFine, List<Diagnosis> diagnoses) {
        return Json.fields(
                "ok", isFine,
                "at", OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS),
                "diagnoses", diagnoses.stream().map(DoctorCommand::fields).toList());
    }

    private static Map<String, Object> fields(Diagnosis diagnosis) {
        Map<String, Object> fields = JsonObject.fields(diagnosis);
        fields.put("level", fields.remove("isFine").equals(true) ? "fine" : "bad");
        return fields;
    }
}
