/** New sources: the folder that a branch begins with. */
package org.gongkai.write.source;
