"""Audio cue: give one command to a sound device by its profile."""

from showctl.cues.profile_command import ProfileCommand, ProfileCue


class AudioCue(ProfileCue):
    """Give one command to a sound device."""

    audio: ProfileCommand

    @property
    def action(self) -> ProfileCommand:
        return self.audio

    @property
    def department(self) -> str:
        return "audio"
