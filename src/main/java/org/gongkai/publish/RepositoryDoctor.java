package org.gongkai.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.input.source.SharedSource;
import org.gongkai.io.InstalledProgram;
import org.gongkai.publish.StoreDoctor.Diagnosis;
import org.gongkai.publish.hooks.HookInstallation;
import org.gongkai.publish.hooks.HookPublisher;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.hooks.HookSettings.RepositoryMismatch;

/**
 * Looks at a repository whose hooks publish.
 *
 * @param repository a bare repository
 * @param to the folder that the site is published to
 * @param shared the folder that the site should share with others; empty if that is not known
 */
public record RepositoryDoctor(Path repository, Path to, Optional<Path> shared) {

    /** Returns what was found, in the order in which it is to be read. */
    public List<Diagnosis> diagnoses() throws IOException {
        String again = "再运行一次 hooks install --repo " + InstalledProgram.typed(repository) + " --to "
                + InstalledProgram.typed(to);
        Optional<HookSettings> installed = HookSettings.read(repository);
        if (installed.isEmpty()) {
            return List.of(Diagnosis.bad("钩子", "这个仓库没有装钩子：" + repository, again));
        }
        HookSettings settings = installed.get();
        List<Diagnosis> diagnoses = new ArrayList<>();
        diagnoses.add(hooks(settings, again));
        if (!settings.to().toAbsolutePath().normalize().equals(to)) {
            diagnoses.add(Diagnosis.bad("发布到", "钩子发布到 " + settings.to() + "，不是 " + to, again));
        }
        if (settings.branch().isEmpty()) {
            diagnoses.add(Diagnosis.bad("分支", "仓库没有默认分支，不知道发布哪个", again + " --branch main"));
        }
        settings.key().ifPresent(key -> diagnoses.add(key(key)));
        if (shared.isPresent() && !shared.equals(settings.shared())) {
            diagnoses.add(Diagnosis.bad(
                    "共用文件夹",
                    settings.shared().map(path -> "钩子用的是 " + path).orElse("钩子没有用") + "，不是 " + shared.get(),
                    again + " --shared " + InstalledProgram.typed(shared.get())));
        }
        settings.shared()
                .flatMap(SharedSource::fault)
                .ifPresent(fault -> diagnoses.add(
                        Diagnosis.bad("共用文件夹", fault + "：" + settings.shared().get(), "放回原处；不再用的，" + again)));
        String success = Files.exists(HookSettings.folder(repository).resolve("published")) ? "成功" : "钩子还没有发布过";
        diagnoses.add(HookPublisher.lastFailure(repository)
                .map(report -> Diagnosis.bad(
                        "上次发布",
                        "没有成功：" + report.lines().findFirst().orElse(""),
                        "改好以后推送，或者运行 hooks run --repo " + InstalledProgram.typed(repository)))
                .orElse(Diagnosis.fine("上次发布", success)));
        return diagnoses;
    }

    private Diagnosis hooks(HookSettings settings, String again) throws IOException {
        try {
            settings.verifyInstalledIn(repository);
        } catch (RepositoryMismatch e) {
            return Diagnosis.bad("钩子", "仓库不是装钩子时的那个（复制、移动或从备份恢复来的），不收推送，也不发布", again);
        }
        for (String name : HookInstallation.NAMES) {
            Path hook = HookInstallation.folder(repository).resolve(name);
            if (!Files.isExecutable(hook)) {
                return Diagnosis.bad("钩子", "不能运行：" + hook, again);
            }
        }
        return new HookInstallation(repository)
                .fault()
                .map(fault -> Diagnosis.bad("钩子", fault, again))
                .orElse(Diagnosis.fine("钩子", "装好了，发布 " + settings.branch().replace("refs/heads/", "") + " 分支"));
    }

    private static Diagnosis key(Path key) {
        if (!Files.isReadable(key)) {
            return Diagnosis.bad("签名", "读不到签名用的钥匙：" + key, "放回原处，归仓库的主人，权限 600");
        }
        try {
            PosixFileAttributeView view = Files.getFileAttributeView(key, PosixFileAttributeView.class);
            Set<PosixFilePermission> others = Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
            return view != null && view.readAttributes().permissions().stream().anyMatch(others::contains)
                    ? Diagnosis.bad("签名", "别人也读得到签名用的钥匙：" + key, "运行 chmod 600 " + InstalledProgram.typed(key))
                    : Diagnosis.fine("签名", "钥匙在，只有主人读得到");
        } catch (IOException e) {
            return Diagnosis.bad("签名", "看不到钥匙的权限：" + key, "核对文件和磁盘");
        }
    }
}
