package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.publish.release.Verification.Finding.Kind;
import org.gongkai.publish.release.ledger.Ledger.Sealed;
import org.gongkai.publish.release.ledger.SigningKey.VerificationKey;

/** Verifies folders against manifests and seals. */
public final class Verification {

    private final FolderContents contents = new FolderContents();

    /** Verifies a folder of a site against its own manifest. */
    public List<Finding> site(Path folder) throws IOException {
        Optional<Manifest> manifest = FolderContents.manifest(folder);
        return manifest.isEmpty()
                ? List.of(new Finding(Kind.MANIFEST, Manifest.NAME))
                : files(folder, manifest.get(), path -> true, path -> false);
    }

    /**
     * Verifies a release or an edition against its seal, and the signature of the seal if there is a key.
     *
     * @param name its name in findings
     */
    List<Finding> sealed(Path folder, Sealed seal, Optional<VerificationKey> key, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of(new Finding(Kind.MISSING, name));
        }
        List<Finding> findings = new ArrayList<>();
        Optional<String> found = FolderContents.manifestHash(folder);
        if (found.isEmpty()) {
            findings.add(new Finding(Kind.MISSING, Manifest.NAME));
        } else if (!found.get().equals(seal.manifestHash())) {
            findings.add(new Finding(Kind.SEAL, name));
        }
        if (key.isPresent() && !seal.record().signedBy(key.get())) {
            findings.add(new Finding(seal.record().signature().isPresent() ? Kind.SIGNATURE : Kind.UNSIGNED, name));
        }
        if (found.isPresent()) {
            findings.addAll(site(folder));
        }
        return findings;
    }

    /**
     * Verifies the files of a folder against a manifest.
     *
     * @param read the files whose content is read; of others only presence and size are verified
     * @param known the files of which only presence is
     */
    public List<Finding> files(Path folder, Manifest manifest, Predicate<String> read, Predicate<String> known)
            throws IOException {
        SortedMap<String, OutputFile> listed = manifest.byPath();
        SortedMap<String, BasicFileAttributes> found =
                FolderContents.filesBelow(folder, path -> known.test(path) && listed.remove(path) != null);
        found.remove(Manifest.NAME);
        List<Finding> findings = new ArrayList<>();
        listed.keySet().stream()
                .filter(path -> !found.containsKey(path))
                .forEach(path -> findings.add(new Finding(Kind.MISSING, path)));
        found.keySet().stream()
                .filter(path -> !listed.containsKey(path))
                .forEach(path -> findings.add(new Finding(Kind.EXTRA, path)));
        listed.values().parallelStream()
                .filter(file -> found.containsKey(file.path()))
                .filter(file -> !holds(folder, file, found.get(file.path()), read))
                .map(file -> new Finding(Kind.CHANGED, file.path()))
                .forEachOrdered(findings::add);
        return findings;
    }

    private boolean holds(Path folder, OutputFile file, BasicFileAttributes attributes, Predicate<String> read) {
        return attributes.isRegularFile()
                && attributes.size() == file.size()
                && (!read.test(file.path())
                        || Objects.equals(contents.hash(folder.resolve(file.path()), attributes), file.sha256()));
    }

    /**
     * A deviation from what was sealed.
     *
     * @param kind the kind of deviation
     * @param where the file, or another location
     */
    public record Finding(Kind kind, String where) {

        /** Kinds of deviations, with their Chinese labels. */
        public enum Kind {
            MISSING("缺少"),
            EXTRA("多出"),
            CHANGED("改动"),
            MANIFEST("清单不是本程序写的，或被改动过"),
            SEAL("清单与封存的不符"),
            SIGNATURE("签名不对"),
            UNSIGNED("没有签名"),
            ADDRESSES("网址清单与封存的不符"),
            CURRENT("current 指向的不是记录里的当前发布批次"),
            UNREADABLE("不是 ZIP 文件，或者没有复制完整"),
            FORM("不是 export bundle 写出的形式"),
            UNSAFE("路径会写到外面去"),
            TWICE("有两份"),
            RECORD("发布记录对不上"),
            UNFINISHED("撤下还没有做完，读者可能还看得到；请再运行一次 takedown（连同 --reason），下一条发布、换回、撤下或清理的命令也会先接着做完"),
            ELSEWHERE("别的公开对象已经撤下，这里没有；请再运行一次 takedown（连同 --reason）：这里也要撤的，--to 写各公开对象共同的文件夹；有意只撤那一个的，--to 写它的文件夹");

            private final String label;

            Kind(String label) {
                this.label = label;
            }

            public String label() {
                return label;
            }
        }

        /** The Chinese text of the finding. */
        public String text() {
            return kind.label + "：" + where;
        }
    }
}
