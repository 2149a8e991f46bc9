package org.gongkai.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.site.address.AddressPaths;
import org.gongkai.site.address.Slugs;

class AddressPropertiesTest {

    private final Slugs slugs = new Slugs();

    @Property
    void slugsAreShortPlainAndNeverEmpty(@ForAll String text) {
        assertThat(slugs.of(text)).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(80);
        assertThat(slugs.distinct(text)).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(87);
    }

    @Property
    void chineseSlugsAreShortPlainAndNeverEmpty(@ForAll("chinese") String text) {
        assertThat(slugs.of(text)).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(80);
    }

    @Property
    void slugsAreStable(@ForAll String text) {
        assertThat(new Slugs().of(text)).isEqualTo(slugs.of(text));
        assertThat(new Slugs().distinct(text)).isEqualTo(slugs.distinct(text));
    }

    @Property
    void theSlugOfASlugIsItself(@ForAll String text) {
        assertThat(slugs.of(slugs.of(text))).isEqualTo(slugs.of(text));
        assertThat(slugs.distinct(slugs.of(text))).isEqualTo(slugs.of(text));
    }

    @Property
    void theWayFromOnePageLeadsToTheOther(@ForAll("pages") String from, @ForAll("pages") String to) {
        URI root = URI.create("http://dang.lan/site/");

        assertThat(root.resolve(from).resolve(AddressPaths.relative(from, to))).isEqualTo(root.resolve(to));
        assertThat(root.resolve(from).resolve(AddressPaths.root(from) + to)).isEqualTo(root.resolve(to));
    }

    @Provide
    Arbitrary<String> chinese() {
        return Arbitraries.strings()
                .withCharRange('\u4e00', '\u9fa5')
                .ofMinLength(1)
                .ofMaxLength(60);
    }

    @Provide
    Arbitrary<String> pages() {
        return Arbitraries.of("a", "b", "ab", "notices", "2024")
                .list()
                .ofMaxSize(4)
                .flatMap(folders -> Arbitraries.of("index.html", "a.html", "b")
                        .map(name -> String.join("/", folders) + (folders.isEmpty() ? "" : "/") + name));
    }
}
