"""Video cue: give one command to a picture device by its profile."""

from showctl.cues.profile_command import ProfileCommand, ProfileCue


class VideoCue(ProfileCue):
    """Give one command to a picture device."""

    video: ProfileCommand

    @property
    def action(self) -> ProfileCommand:
        return self.video

    @property
    def department(self) -> str:
        return "video"
