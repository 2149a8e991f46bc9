package org.gongkai.pipeline.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Sites;
import org.gongkai.publish.release.SitesFixture;
import org.junit.jupiter.api.Test;

class RequestedEditionsTest extends SitesFixture {

    private static final Map<String, String> PAGE = Map.of("index.html", "甲");

    private final List<String> made = new ArrayList<>();

    @Test
    void anEditionIsMadeOnceAndStaysAsItIs() throws IOException {
        sites.editions(wanted("v1")).publish(PAGE);
        sites.editions(wanted("v1", "v2")).publish(Map.of("index.html", "乙"));
        sites.editions(wanted("v2")).publish(Map.of("index.html", "丙"));

        assertThat(made).containsExactly("v1 党员", "v2 党员");
        assertThat(sites.served())
                .containsEntry("index.html", "丙")
                .containsEntry("editions/v1/index.html", "第 1 次")
                .containsEntry("editions/v2/index.html", "第 2 次");
        assertThat(Files.isSameFile(
                        sites.folder().resolve("current/editions/v1/index.html"),
                        sites.store().release("20240601-120000").resolve("editions/v1/index.html")))
                .isTrue();
        assertThat(Files.readString(sites.folder().resolve("current/manifest.json")))
                .contains("\"editions/v1/index.html\"", "\"editions/v1/manifest.json\"");
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void aNewEditionAloneMakesANewRelease() throws IOException {
        sites.publish(PAGE);

        assertThat(sites.editions(wanted("v1")).publish(PAGE).published()).isPresent();
        assertThat(sites.publish(PAGE).published()).isEmpty();
    }

    @Test
    void editionsOutlastPruning() throws IOException {
        sites.editions(wanted("v1")).publish(PAGE);
        sites.publish(Map.of("index.html", "乙"));
        sites.prune(1);

        assertThat(sites.served()).containsEntry("editions/v1/index.html", "第 1 次");
        sites.publish(Map.of("index.html", "丙"));
        assertThat(made).hasSize(1);
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void aTamperedEditionIsFoundAndNotCarriedOn() throws IOException {
        sites.editions(wanted("v1")).publish(PAGE);
        Path manifest = sites.store().edition("v1").resolve("manifest.json");
        String text = Files.readString(manifest);
        sites.store().edition("v1").toFile().setWritable(true);
        Files.delete(manifest);
        Files.writeString(manifest, text.replace("gongkai", "gongkei"));

        assertThat(sites.faults()).containsExactly("清单与封存的不符：editions/v1");
        assertThatThrownBy(() -> sites.publish(Map.of("index.html", "乙")))
                .isInstanceOf(PublicationRefused.class)
                .hasMessageContaining("清单与封存的不符");
        assertThat(sites.served()).containsEntry("index.html", "甲");
    }

    @Test
    void anEditionThatIsNotWholeIsRefused() throws IOException {
        sites.editions(new RequestedEditions(List.of("v1"), (name, audience, to) -> {
            Sites.write(to, Map.of("index.html", "甲"));
            Files.delete(to.resolve("index.html"));
        }));

        assertThatThrownBy(() -> sites.publish(PAGE))
                .isInstanceOf(PublicationRefused.class)
                .hasMessage("年度存档 v1 没有做完整：缺少：index.html");
        assertThat(sites.folder().resolve("current")).doesNotExist();
        assertThat(sites.editions(wanted("v1")).publish(PAGE).published()).isPresent();
    }

    @Test
    void aSiteMayNotHaveAPageInAnEdition() throws IOException {
        assertThatThrownBy(() -> sites.editions(wanted("v1"))
                        .publish(Map.of("index.html", "甲", "editions/v1/index.html", "乙", "editions/index.html", "单")))
                .isInstanceOf(PublicationRefused.class)
                .hasMessage("网址 editions/v1/index.html 有两个来源：站点自己的和一份年度存档的");
    }

    @Test
    void aNameIsOneOfAFolder() {
        assertThatThrownBy(() -> wanted("../v1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wanted(".v1")).isInstanceOf(IllegalArgumentException.class);
    }

    private RequestedEditions wanted(String... names) {
        return new RequestedEditions(List.of(names), (name, audience, to) -> {
            made.add(name + " " + audience);
            Sites.write(to, Map.of("index.html", "第 " + made.size() + " 次"));
        });
    }
}
