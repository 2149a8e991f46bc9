package org.gongkai.jbake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gongkai.jbake.ProjectFiles.Asset;
import org.gongkai.problem.Problem;
import org.gongkai.source.SourceTree;

/** Sees to it that every address is in the site and has one owner; where JBake has two, the one written last stays. */
final class AddressClaims {

    private final Consumer<Problem> problems;
    private final Map<String, String> owners = new HashMap<>();

    AddressClaims(Consumer<Problem> problems) {
        this.problems = problems;
        owners.put("manifest.json", "文件清单");
    }

    /** Whether all pages can be written. */
    boolean pages(List<Page> pages) {
        boolean good = true;
        for (Page page : pages) {
            boolean document = page.documents().size() == 1
                    && page.address().equals(page.documents().get(0).address());
            String place = document ? page.documents().get(0).path() : JBakeProject.SETTINGS;
            String owner = document ? place : label(page);
            good &= isInside(page.address(), place, owner) && claim(page.address(), place, owner);
        }
        return good;
    }

    /** The assets that are to be written; of two with the same bytes one is enough. */
    Map<String, Asset> assets(List<Asset> assets, SourceTree tree) {
        Map<String, Asset> wanted = new HashMap<>();
        for (Asset asset : assets) {
            Asset other = wanted.get(asset.address());
            boolean same = other != null
                    && other.file().size() == asset.file().size()
                    && Arrays.equals(tree.bytes(other.file()), tree.bytes(asset.file()));
            String path = asset.file().path();
            if (!same && isInside(asset.address(), path, path) && claim(asset.address(), path, path)) {
                wanted.put(asset.address(), asset);
            }
        }
        return wanted;
    }

    private boolean claim(String address, String path, String owner) {
        String other = owners.putIfAbsent(address, owner);
        if (other == null) {
            return true;
        }
        problems.accept(Problem.error(
                "E610",
                path,
                1,
                1,
                owner + " 与 " + other + " 的网址相同：" + address,
                "JBake 只留下后写的一个；请给其中一个改名" + (path.equals(JBakeProject.SETTINGS) ? "，或关掉自动生成的页面" : "")));
        return false;
    }

    private boolean isInside(String address, String path, String owner) {
        for (String name : address.split("/", -1)) {
            if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('\0') >= 0) {
                problems.accept(
                        Problem.error("E616", path, 1, 1, owner + " 的网址不能用：" + address, "请改名；标签和文件名里不要有连着的斜杠或“..”"));
                return false;
            }
        }
        return true;
    }

    private static String label(Page page) {
        Object tag = page.variables().get("tag");
        return tag == null ? "自动生成的页面 " + page.type() : "标签“" + tag + "”的页面";
    }
}
