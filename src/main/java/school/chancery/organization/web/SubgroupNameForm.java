package school.chancery.organization.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import school.chancery.organization.Subgroup;

record SubgroupNameForm(
        @NotBlank @Size(max = 60) @Nullable String name,
        @Nullable Long version) {
    static SubgroupNameForm of(Subgroup subgroup) {
        return new SubgroupNameForm(subgroup.name(), subgroup.version());
    }
}
