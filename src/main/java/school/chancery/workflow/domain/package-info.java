/** Cases, decisions, terms, facts and incidents in our own tables. */
@NullMarked
package school.chancery.workflow.domain;

import org.jspecify.annotations.NullMarked;
