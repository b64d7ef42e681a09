"""Places that change between the check of a path and its use."""

import errno
import os
import stat

import pytest

from interpreter.effects import places


@pytest.fixture
def box(tmpdir):
    """A folder with a folder inside that is permitted, and one outside."""
    outside = tmpdir.mkdir('outside')
    outside.join('file').write('secret')
    outside.mkdir('folder')
    tmpdir.mkdir('inside').mkdir('folder').join('file').write('mine')
    return tmpdir


def permitted(box, path):
    return places.permitted(str(box.join(path)), [str(box.join('inside'))])


def content(place):
    fd = place.open(os.O_RDONLY, 0)
    try:
        return os.read(fd, 100)
    finally:
        os.close(fd)


def swap_folder(box):
    """Put a link to the folder outside where the one inside was."""
    box.join('inside', 'folder').move(box.join('inside', 'moved'))
    os.symlink(str(box.join('outside')), str(box.join('inside', 'folder')))


def assert_refused(function, *args):
    with pytest.raises(OSError) as info:
        function(*args)
    assert info.value.errno in (errno.ELOOP, errno.ENOTDIR)


def test_nothing_changes(box):
    place = permitted(box, 'inside/folder/file')
    assert content(place) == 'mine'
    assert stat.S_ISREG(place.mode())
    assert permitted(box, 'inside/folder').names() == ['file']
    assert permitted(box, 'outside/file') is None


def test_folder_becomes_a_link(box):
    place = permitted(box, 'inside/folder/file')
    folder = permitted(box, 'inside/folder')
    new = permitted(box, 'inside/folder/new/newer')
    swap_folder(box)
    assert_refused(content, place)
    assert_refused(place.mode)
    assert_refused(place.unlink)
    assert_refused(place.remove_tree)
    assert_refused(place.open, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0666)
    assert_refused(folder.names)
    assert_refused(new.make_directories)
    assert box.join('outside', 'file').read() == 'secret'
    assert sorted(os.listdir(str(box.join('outside')))) == ['file', 'folder']


def test_file_becomes_a_link(box):
    place = permitted(box, 'inside/folder/file')
    path = box.join('inside', 'folder', 'file')
    path.remove()
    os.symlink(str(box.join('outside', 'file')), str(path))
    assert_refused(content, place)
    assert_refused(place.open, os.O_WRONLY | os.O_TRUNC, 0)
    assert box.join('outside', 'file').read() == 'secret'
    place.remove_tree()
    assert not path.check(link=1)
    assert box.join('outside', 'file').read() == 'secret'


def test_folder_becomes_a_link_while_it_is_removed(box):
    box.join('inside', 'folder', 'deep', 'file').write('x', ensure=True)

    class Swapping(places.ResolvedPlace):
        def names(self):
            names = places.ResolvedPlace.names(self)
            swap_folder(box)
            return names

    place = Swapping(permitted(box, 'inside/folder').parts)
    assert_refused(place.remove_tree)
    assert sorted(os.listdir(str(box.join('outside')))) == ['file', 'folder']


def test_directories_are_made_in_the_resolved_place(box):
    place = permitted(box, 'outside/new/../../inside/made/deep')
    place.make_directories()
    place.make_directories()
    assert box.join('inside', 'made', 'deep').check(dir=1)
    assert not box.join('outside', 'new').check()


def test_directory_over_a_file(box):
    with pytest.raises(OSError) as info:
        permitted(box, 'inside/folder/file/new').make_directories()
    assert info.value.errno == errno.ENOTDIR


def test_entry_is_not_what_it_leads_to(box):
    inside = str(box.join('inside'))
    os.symlink(inside, str(box.join('outside', 'back')))
    os.symlink(str(box.join('inside', 'folder')), inside + '/link')
    os.symlink(str(box.join('outside')), inside + '/out')
    assert places.permitted_entry(str(box.join('outside', 'back')),
                                  [inside]) is None
    assert places.permitted_entry(inside + '/out', [inside]) is None
    places.permitted_entry(inside + '/link', [inside]).remove_tree()
    assert os.listdir(inside + '/folder') == ['file']
    assert not os.path.lexists(inside + '/link')


def test_root_cannot_be_removed():
    with pytest.raises(OSError):
        places.ResolvedPlace([]).remove_directory()
