package org.gongkai.render.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.input.attachment.picture.PictureReader.PictureFacts;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.site.address.AddressPaths;
import org.gongkai.site.link.BodyFacts.Resource;

/**
 * Completes the pictures of a converted body: their size, so that the text does not move while they load, and smaller
 * copies for browsers to choose from. Pictures that share a paragraph with nothing else become a gallery, in which each
 * leads to its largest size.
 *
 * @param page the address of the page, from the root of the site
 * @param resources the files that its entry names
 */
public record PictureMarkup(PublishedPictures pictures, String page, List<Resource> resources) {

    /** Images as the converters write them: the address first. */
    private static final Pattern IMAGE = Pattern.compile("<img src=\"([^\"]*)\"([^>]*)>");

    private static final String WRAPPED = "(?:<span class=\"image\">)?<img [^>]*>(?:</span>)?";
    private static final Pattern GALLERY =
            Pattern.compile("<p>\\s*(" + WRAPPED + "(?:(?:\\s|<br>)*" + WRAPPED + ")+)\\s*</p>");

    /** The width of the text column, from which it fills the screen. */
    private static final String SIZES = "(max-width: 46em) 100vw, 46em";

    /** Returns the fingerprint of everything that {@link #complete} adds to a body. */
    public String fingerprint() {
        return resources.stream()
                .filter(resource -> PublishedPictures.isPicture(resource.file()))
                .map(this::attributes)
                .collect(Collectors.joining("\n"));
    }

    /** Returns a body with complete pictures. */
    public String complete(String html) {
        Map<String, String> attributes = new HashMap<>();
        for (Resource resource : resources) {
            if (PublishedPictures.isPicture(resource.file())) {
                attributes.put(
                        HtmlEscape.escape(AddressPaths.relative(page, resource.address())), attributes(resource));
            }
        }
        String sized = IMAGE.matcher(html).replaceAll(found -> {
            String more = attributes.getOrDefault(found.group(1), "");
            boolean typed = found.group(2).contains(" width=") || found.group(2).contains(" height=");
            return Matcher.quoteReplacement(
                    more.isEmpty() || typed
                            ? found.group()
                            : "<img src=\"" + found.group(1) + "\"" + more + found.group(2) + ">");
        });
        return GALLERY.matcher(sized).replaceAll(found -> Matcher.quoteReplacement(gallery(found.group(1))));
    }

    private String attributes(Resource picture) {
        return pictures.facts(picture.file())
                .map(facts ->
                        sources(picture, facts) + " width=\"" + facts.width() + "\" height=\"" + facts.height() + "\"")
                .orElse("");
    }

    private String sources(Resource picture, PictureFacts facts) {
        List<String> sources = new ArrayList<>();
        pictures.copies(picture, resources)
                .forEach(copy -> sources.add(AddressPaths.relative(page, copy.address()) + " " + copy.width() + "w"));
        if (sources.isEmpty()) {
            return "";
        }
        sources.add(AddressPaths.relative(page, picture.address()) + " " + facts.width() + "w");
        return " srcset=\"" + HtmlEscape.escape(String.join(", ", sources)) + "\" sizes=\"" + SIZES + "\"";
    }

    private static String gallery(String images) {
        return IMAGE.matcher(images)
                .results()
                .map(image -> "<figure><a href=\"" + image.group(1) + "\">"
                        + image.group().replace(SIZES, "(max-width: 40em) 50vw, 23em") + "</a></figure>\n")
                .collect(Collectors.joining("", "<div class=\"gallery\">\n", "</div>"));
    }
}
