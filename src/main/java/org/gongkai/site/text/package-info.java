/**
 * The plain text of entries, as it can be found and is searched for leaks. Knows nothing of how it is searched.
 */
package org.gongkai.site.text;
