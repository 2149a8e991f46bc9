package org.gongkai.write.picture;

import java.util.List;

/**
 * A picture that may be published.
 *
 * @param bytes the file
 * @param ending the ending that suits its type, without the dot
 * @param remarks what was changed, each a Chinese sentence without its full stop
 */
public record ReadyPicture(byte[] bytes, String ending, List<String> remarks) {
    public ReadyPicture {
        remarks = List.copyOf(remarks);
    }
}
