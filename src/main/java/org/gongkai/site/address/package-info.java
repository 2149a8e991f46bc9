/** Slugs, addresses of entries, and their previous addresses. */
package org.gongkai.site.address;
